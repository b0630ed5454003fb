BEGIN TRANSACTION;
CREATE TABLE account (
	id INTEGER NOT NULL, 
	user TEXT NOT NULL, 
	first_seen DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (user)
);
INSERT INTO "account" VALUES(1,'chen','2026-03-02 02:00:00.000000');
INSERT INTO "account" VALUES(2,'lin','2026-03-03 01:00:00.000000');
INSERT INTO "account" VALUES(3,'boss','2026-03-06 01:00:00.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE answer (
	account_id INTEGER NOT NULL, 
	message_id TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	PRIMARY KEY (account_id, message_id), 
	FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO "answer" VALUES(1,'m0','{"replies":[{"to":{"user":"chen"},"text":"📍 好的，按常州来算。\n2026年的依据：常人社职〔2024〕1号，要90学时，其中公需不少于30、专业不少于60。\n接着可以说：\n“去年发表了一篇CN论文，第二作者”\n“我还差多少学时”"}],"intent":"set_profile","posted":[],"removed":[],"asks":[],"error":null}','2026-03-02 02:00:00.000000');
INSERT INTO "answer" VALUES(1,'m1','{"replies":[{"to":{"user":"chen"},"text":"✅ 已记下：2025年5月 培训（3天，人社或行业主管部门）\n+24学时（专业）\n依据：常人社职〔2024〕1号 四（一）\n通知里没写课时、只有天数的，每天只能算4学时，请核对一下。\n2025年：合计24/90，公需0/30，专业24/60，还差66学时\n留好凭证：培训通知、课程表或日程、签到表或结业证书（参照常德市2024年通知 附件一.1）","buttons":[[{"label":"撤销","data":"u:1"},{"label":"修改","data":"m:1"}]]}],"intent":"record","posted":[{"id":"1","activity":"training","year":2025,"date":null,"subject":"professional","hours":24,"credited":24,"document":"常人社职〔2024〕1号","article":"四（一）","status":"reported"}],"removed":[],"asks":[],"error":null}','2026-03-02 02:01:00.000000');
INSERT INTO "answer" VALUES(1,'m2','{"replies":[{"to":{"user":"chen"},"text":"✅ 已记下：2025年9月 论文（CN刊物，第二作者）\n+10学时（专业）\n依据：常人社职〔2024〕1号 四（九）\n2025年：合计34/90，公需0/30，专业34/60，还差56学时\n留好凭证：刊物封面、刊号页、目录页（有论文题目和作者）（参照常德市2024年通知 附件一.6）","buttons":[[{"label":"撤销","data":"u:2"},{"label":"修改","data":"m:2"}]]}],"intent":"record","posted":[{"id":"2","activity":"paper","year":2025,"date":null,"subject":"professional","hours":10,"credited":10,"document":"常人社职〔2024〕1号","article":"四（九）","status":"reported"}],"removed":[],"asks":[],"error":null}','2026-03-02 02:02:00.000000');
INSERT INTO "answer" VALUES(1,'m3','{"replies":[{"to":{"user":"chen"},"text":"✅ 已记下：2025年 学术讲座（听讲）\n这条记下了，但常人社职〔2024〕1号里没有这一项，算0学时。\n2025年：合计34/90，公需0/30，专业34/60，还差56学时","buttons":[[{"label":"撤销","data":"u:3"},{"label":"修改","data":"m:3"}]]}],"intent":"record","posted":[{"id":"3","activity":"lecture","year":2025,"date":null,"subject":"professional","hours":0,"credited":0,"document":"常人社职〔2024〕1号","article":"四","status":"reported"}],"removed":[],"asks":[],"error":null}','2026-03-02 02:03:00.000000');
INSERT INTO "answer" VALUES(1,'m4','{"replies":[{"to":{"user":"chen"},"text":"↩️ 已撤销：2025年 学术讲座（听讲）\n2025年：合计34/90，公需0/30，专业34/60，还差56学时"}],"intent":"undo","posted":[],"removed":["3"],"asks":[],"error":null}','2026-03-02 02:04:00.000000');
INSERT INTO "answer" VALUES(2,'m5','{"replies":[{"to":{"user":"lin"},"text":"📍 好的，按南京来算。\n2026年的依据：苏人社函〔2023〕308号，要90学时，其中专业不少于60，公需没有单独的最低数。\n接着可以说：\n“去年发表了一篇CN论文，第二作者”\n“我还差多少学时”"}],"intent":"set_profile","posted":[],"removed":[],"asks":[],"error":null}','2026-03-03 01:00:00.000000');
INSERT INTO "answer" VALUES(2,'m6','{"replies":[{"to":{"user":"lin"},"text":"✅ 已记下：2026年2月 著作（独立完成，专著）\n+70学时（专业）\n依据：苏人社函〔2023〕308号 四（九）\n2026年：合计70/90，专业70/60，还差20学时\n留好凭证：封面（有作者名）、版权页、目录（参照常德市2024年通知 附件一.6）","buttons":[[{"label":"撤销","data":"u:4"},{"label":"修改","data":"m:4"}]]}],"intent":"record","posted":[{"id":"4","activity":"book","year":2026,"date":null,"subject":"professional","hours":70,"credited":70,"document":"苏人社函〔2023〕308号","article":"四（九）","status":"reported"}],"removed":[],"asks":[],"error":null}','2026-03-03 01:01:00.000000');
INSERT INTO "answer" VALUES(1,'m7','{"replies":[{"to":{"user":"chen"},"text":"公需课考试通过了吗？","buttons":[[{"label":"合格","data":"c:545172001:0"},{"label":"没有合格","data":"c:545172001:1"}]]}],"intent":"record","posted":[],"removed":[],"asks":["passed"],"error":null}','2026-03-03 01:30:00.000000');
INSERT INTO "answer" VALUES(2,'m8','{"replies":[{"to":{"user":"lin"},"text":"📎 收好了，放在「2026年2月 著作（独立完成，专著）」下面。\n还缺：封面、版权页、目录\n拍的是哪一样？","buttons":[[{"label":"封面","data":"i:1:0"},{"label":"版权页","data":"i:1:1"}],[{"label":"目录","data":"i:1:2"},{"label":"整套都在里面","data":"i:1:*"}],[{"label":"别的","data":"i:1:-"}],[{"label":"不是这条","data":"f:1:"},{"label":"删掉这份","data":"x:1"}]]}],"intent":"record","posted":[],"removed":[],"asks":["kind"],"error":null}','2026-03-04 01:00:00.000000');
INSERT INTO "answer" VALUES(2,'m9','{"replies":[{"to":{"user":"lin"},"text":"🔔 好的，每年11月1日 09:00提醒您：交材料。\n接下来：11月1日（周日）09:00、2027年11月1日（周一）09:00、2028年11月1日（周三）09:00。","buttons":[[{"label":"取消这个提醒","data":"r:1:stop"}]]}],"intent":"remind","posted":[],"removed":[],"asks":[],"error":null}','2026-03-04 01:01:00.000000');
INSERT INTO "answer" VALUES(3,'m11','{"replies":[{"to":{"user":"boss"},"text":"🏢 单位“江南轨道集团”建好了，您是管理员。\n加入码：J7K29QXM\n发给同事，让他们私聊我说“加入单位 J7K29QXM”。2026年4月5日前有效，随时可以说“换一个加入码”。\n您自己也要计入的话，同样用这个加入码加入。"}],"intent":"group","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 01:00:00.000000');
INSERT INTO "answer" VALUES(3,'m12','{"replies":[{"to":{"user":"boss"},"text":"“江南轨道集团”的地区设为常州：没说过在哪里工作的成员按它算。"}],"intent":"group","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 01:01:00.000000');
INSERT INTO "answer" VALUES(2,'m13','{"replies":[{"to":{"user":"lin"},"text":"“江南轨道集团”想把您计入它的继续教育名单。加入后，单位管理员能看到：\n• 您的姓名：lin\n• 各年度的学时、还差多少\n• 您登记的每一条，和交来的凭证\n看不到您的聊天内容。管理员可以核准或不予认定某一条，每次有人看您的记录都会留痕，问“谁看过我的记录”就能查。\n随时可以说“退出单位”，退出后单位立刻看不到。\n愿意加入，请回“同意”（想换个名字：“同意，我叫某某”）。","buttons":[[{"label":"同意","data":"c:509415001:0"},{"label":"不同意","data":"c:509415001:1"}]]}],"intent":"group","posted":[],"removed":[],"asks":["confirm"],"error":null}','2026-03-06 02:00:00.000000');
INSERT INTO "answer" VALUES(2,'m14','{"replies":[{"to":{"user":"lin"},"text":"✅ 已加入“江南轨道集团”，名字是林一鸣。随时可以说“退出单位”。"}],"intent":"group","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 02:01:00.000000');
INSERT INTO "answer" VALUES(3,'m15','{"replies":[{"to":{"user":"boss"},"text":"✅ 已核准：林一鸣 2026年2月 著作（独立完成，专著）\n待审核的都审完了。"}],"intent":"group","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 03:00:00.000000');
INSERT INTO "answer" VALUES(3,'m16','{"replies":[{"to":{"user":"boss"},"text":"📣 已群发给1人：周五前交材料"},{"to":{"user":"lin"},"text":"📣 江南轨道集团通知：\n周五前交材料"}],"intent":"group","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 03:01:00.000000');
INSERT INTO "answer" VALUES(3,'m17','{"replies":[{"to":{"user":"boss"},"text":"这句我没看懂。可以这样说：\n“单位组织培训两天”\n“我还差多少学时”"}],"intent":"unknown","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 03:02:00.000000');
INSERT INTO "answer" VALUES(3,'m18','{"replies":[{"to":{"group":"g1"},"text":"这个群已经绑定“江南轨道集团”。成员可以@我问“谁还没完成”“完成率多少”；群里只报人数，不点名，各人的数字只私聊给本人。"}],"intent":"group","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 03:03:00.000000');
INSERT INTO "answer" VALUES(2,'m19','{"replies":[{"to":{"user":"lin"},"text":"这句我没看懂。可以这样说：\n“单位组织培训两天”\n“我还差多少学时”"}],"intent":"unknown","posted":[],"removed":[],"asks":[],"error":null}','2026-03-06 04:00:00.000000');
CREATE TABLE dialogue (
	account_id INTEGER NOT NULL, 
	chat TEXT NOT NULL, 
	state TEXT NOT NULL, 
	changed_at DATETIME NOT NULL, 
	PRIMARY KEY (account_id, chat), 
	FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO "dialogue" VALUES(1,'','{"drafts":[{"activity":"public_course","attributes":{"hours":{"number":"30"}},"when":{"start":"2025-01-01","end":"2025-12-31","exact":false},"when_unsure":false,"said":"去年公需课学了30学时","made_up_for":null,"replaces":null,"doubt":null,"twin_agreed":false}],"asked":{"about":"passed","slot":"passed","serial":545172001,"options":[{"label":"合格","sets":{"passed":true},"value":""},{"label":"没有合格","sets":{"passed":false},"value":""}],"alternatives":[],"proposed":[]},"reminded":false,"serial":545172001,"resume":null,"last_activity":"public_course","last_year":2025,"last_intent":"record","last_posted":[],"last_amended":null,"last_removed":[3],"listing":[],"queue":[],"late":null,"target":null,"held":null,"query":null,"refused":null,"proof":null,"proof_asks":"","to_remind":null,"last_reminders":[]}','2026-03-03 01:30:00.000000');
INSERT INTO "dialogue" VALUES(2,'','{"drafts":[],"asked":null,"reminded":false,"serial":509415001,"resume":null,"last_activity":"book","last_year":2026,"last_intent":"unknown","last_posted":[4],"last_amended":null,"last_removed":[],"listing":[],"queue":[],"late":null,"target":null,"held":null,"query":null,"refused":null,"proof":1,"proof_asks":"","to_remind":null,"last_reminders":[1]}','2026-03-06 04:00:00.000000');
INSERT INTO "dialogue" VALUES(3,'','{"drafts":[],"asked":null,"reminded":false,"serial":859706000,"resume":null,"last_activity":null,"last_year":null,"last_intent":"group","last_posted":[],"last_amended":null,"last_removed":[],"listing":[],"queue":[],"late":null,"target":null,"held":null,"query":null,"refused":null,"proof":null,"proof_asks":"","to_remind":null,"last_reminders":[]}','2026-03-06 03:03:00.000000');
CREATE TABLE entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	account_id INTEGER NOT NULL, 
	activity VARCHAR NOT NULL, 
	starts DATE NOT NULL, 
	ends DATE NOT NULL, 
	exact BOOLEAN NOT NULL, 
	attributes TEXT NOT NULL, 
	said TEXT NOT NULL, 
	made_up_for INTEGER, 
	policy VARCHAR, 
	replaces INTEGER, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT entry_in_order CHECK (starts <= ends), 
	FOREIGN KEY(account_id) REFERENCES account (id), 
	FOREIGN KEY(replaces) REFERENCES entry (id)
);
INSERT INTO "entry" VALUES(1,1,'training','2025-05-01','2025-05-31',0,'{"days":{"number":"3"},"organizer":"authority"}','2025年5月参加市人社局办的培训班，三天',NULL,NULL,NULL,'2026-03-02 02:01:00.000000');
INSERT INTO "entry" VALUES(2,1,'paper','2025-09-01','2025-09-30',0,'{"cn":true,"count":{"number":"1"},"rank":{"number":"2"}}','去年9月发表了一篇CN论文，我是第二作者',NULL,NULL,NULL,'2026-03-02 02:02:00.000000');
INSERT INTO "entry" VALUES(3,1,'lecture','2025-01-01','2025-12-31',0,'{"count":{"number":"1"}}','2025年听了一场讲座',NULL,NULL,NULL,'2026-03-02 02:03:00.000000');
INSERT INTO "entry" VALUES(4,2,'book','2026-02-01','2026-02-28',0,'{"count":{"number":"1"},"kind":"monograph","rank":{"number":"1"},"sole":true}','2026年2月我出了一本专著，独著',NULL,NULL,NULL,'2026-03-03 01:01:00.000000');
CREATE TABLE erasure (
	token VARCHAR NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	PRIMARY KEY (token)
);
CREATE TABLE inbox (
	id TEXT NOT NULL, 
	body TEXT NOT NULL, 
	due_at DATETIME, 
	received_at DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE outbox (
	id INTEGER NOT NULL, 
	to_user TEXT, 
	to_group TEXT, 
	kind VARCHAR NOT NULL, 
	"key" TEXT, 
	order_id INTEGER, 
	body TEXT NOT NULL, 
	state VARCHAR NOT NULL, 
	due_at DATETIME NOT NULL, 
	attempts INTEGER NOT NULL, 
	parts INTEGER NOT NULL, 
	why TEXT, 
	created_at DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("key")
);
INSERT INTO "outbox" VALUES(1,'chen',NULL,'reply',NULL,NULL,'{"to":{"user":"chen"},"text":"📍 好的，按常州来算。\n2026年的依据：常人社职〔2024〕1号，要90学时，其中公需不少于30、专业不少于60。\n接着可以说：\n“去年发表了一篇CN论文，第二作者”\n“我还差多少学时”"}','claimed','2026-03-02 02:01:00.000000',0,0,NULL,'2026-03-02 02:00:00.000000');
INSERT INTO "outbox" VALUES(2,'chen',NULL,'reply',NULL,NULL,'{"to":{"user":"chen"},"text":"✅ 已记下：2025年5月 培训（3天，人社或行业主管部门）\n+24学时（专业）\n依据：常人社职〔2024〕1号 四（一）\n通知里没写课时、只有天数的，每天只能算4学时，请核对一下。\n2025年：合计24/90，公需0/30，专业24/60，还差66学时\n留好凭证：培训通知、课程表或日程、签到表或结业证书（参照常德市2024年通知 附件一.1）","buttons":[[{"label":"撤销","data":"u:1"},{"label":"修改","data":"m:1"}]]}','claimed','2026-03-02 02:02:00.000000',0,0,NULL,'2026-03-02 02:01:00.000000');
INSERT INTO "outbox" VALUES(3,'chen',NULL,'reply',NULL,NULL,'{"to":{"user":"chen"},"text":"✅ 已记下：2025年9月 论文（CN刊物，第二作者）\n+10学时（专业）\n依据：常人社职〔2024〕1号 四（九）\n2025年：合计34/90，公需0/30，专业34/60，还差56学时\n留好凭证：刊物封面、刊号页、目录页（有论文题目和作者）（参照常德市2024年通知 附件一.6）","buttons":[[{"label":"撤销","data":"u:2"},{"label":"修改","data":"m:2"}]]}','claimed','2026-03-02 02:03:00.000000',0,0,NULL,'2026-03-02 02:02:00.000000');
INSERT INTO "outbox" VALUES(4,'chen',NULL,'reply',NULL,NULL,'{"to":{"user":"chen"},"text":"✅ 已记下：2025年 学术讲座（听讲）\n这条记下了，但常人社职〔2024〕1号里没有这一项，算0学时。\n2025年：合计34/90，公需0/30，专业34/60，还差56学时","buttons":[[{"label":"撤销","data":"u:3"},{"label":"修改","data":"m:3"}]]}','claimed','2026-03-02 02:04:00.000000',0,0,NULL,'2026-03-02 02:03:00.000000');
INSERT INTO "outbox" VALUES(5,'chen',NULL,'reply',NULL,NULL,'{"to":{"user":"chen"},"text":"↩️ 已撤销：2025年 学术讲座（听讲）\n2025年：合计34/90，公需0/30，专业34/60，还差56学时"}','claimed','2026-03-02 02:05:00.000000',0,0,NULL,'2026-03-02 02:04:00.000000');
INSERT INTO "outbox" VALUES(6,'lin',NULL,'reply',NULL,NULL,'{"to":{"user":"lin"},"text":"📍 好的，按南京来算。\n2026年的依据：苏人社函〔2023〕308号，要90学时，其中专业不少于60，公需没有单独的最低数。\n接着可以说：\n“去年发表了一篇CN论文，第二作者”\n“我还差多少学时”"}','claimed','2026-03-03 01:01:00.000000',0,0,NULL,'2026-03-03 01:00:00.000000');
INSERT INTO "outbox" VALUES(7,'lin',NULL,'reply',NULL,NULL,'{"to":{"user":"lin"},"text":"✅ 已记下：2026年2月 著作（独立完成，专著）\n+70学时（专业）\n依据：苏人社函〔2023〕308号 四（九）\n2026年：合计70/90，专业70/60，还差20学时\n留好凭证：封面（有作者名）、版权页、目录（参照常德市2024年通知 附件一.6）","buttons":[[{"label":"撤销","data":"u:4"},{"label":"修改","data":"m:4"}]]}','claimed','2026-03-03 01:02:00.000000',0,0,NULL,'2026-03-03 01:01:00.000000');
INSERT INTO "outbox" VALUES(8,'chen',NULL,'reply',NULL,NULL,'{"to":{"user":"chen"},"text":"公需课考试通过了吗？","buttons":[[{"label":"合格","data":"c:545172001:0"},{"label":"没有合格","data":"c:545172001:1"}]]}','claimed','2026-03-03 01:31:00.000000',0,0,NULL,'2026-03-03 01:30:00.000000');
INSERT INTO "outbox" VALUES(9,'lin',NULL,'reply',NULL,NULL,'{"to":{"user":"lin"},"text":"📎 收好了，放在「2026年2月 著作（独立完成，专著）」下面。\n还缺：封面、版权页、目录\n拍的是哪一样？","buttons":[[{"label":"封面","data":"i:1:0"},{"label":"版权页","data":"i:1:1"}],[{"label":"目录","data":"i:1:2"},{"label":"整套都在里面","data":"i:1:*"}],[{"label":"别的","data":"i:1:-"}],[{"label":"不是这条","data":"f:1:"},{"label":"删掉这份","data":"x:1"}]]}','claimed','2026-03-04 01:01:00.000000',0,0,NULL,'2026-03-04 01:00:00.000000');
INSERT INTO "outbox" VALUES(10,'lin',NULL,'reply',NULL,NULL,'{"to":{"user":"lin"},"text":"🔔 好的，每年11月1日 09:00提醒您：交材料。\n接下来：11月1日（周日）09:00、2027年11月1日（周一）09:00、2028年11月1日（周三）09:00。","buttons":[[{"label":"取消这个提醒","data":"r:1:stop"}]]}','claimed','2026-03-04 01:02:00.000000',0,0,NULL,'2026-03-04 01:01:00.000000');
INSERT INTO "outbox" VALUES(11,'boss',NULL,'reply',NULL,NULL,'{"to":{"user":"boss"},"text":"🏢 单位“江南轨道集团”建好了，您是管理员。\n加入码：J7K29QXM\n发给同事，让他们私聊我说“加入单位 J7K29QXM”。2026年4月5日前有效，随时可以说“换一个加入码”。\n您自己也要计入的话，同样用这个加入码加入。"}','claimed','2026-03-06 01:01:00.000000',0,0,NULL,'2026-03-06 01:00:00.000000');
INSERT INTO "outbox" VALUES(12,'boss',NULL,'reply',NULL,NULL,'{"to":{"user":"boss"},"text":"“江南轨道集团”的地区设为常州：没说过在哪里工作的成员按它算。"}','claimed','2026-03-06 01:02:00.000000',0,0,NULL,'2026-03-06 01:01:00.000000');
INSERT INTO "outbox" VALUES(13,'lin',NULL,'reply',NULL,NULL,'{"to":{"user":"lin"},"text":"“江南轨道集团”想把您计入它的继续教育名单。加入后，单位管理员能看到：\n• 您的姓名：lin\n• 各年度的学时、还差多少\n• 您登记的每一条，和交来的凭证\n看不到您的聊天内容。管理员可以核准或不予认定某一条，每次有人看您的记录都会留痕，问“谁看过我的记录”就能查。\n随时可以说“退出单位”，退出后单位立刻看不到。\n愿意加入，请回“同意”（想换个名字：“同意，我叫某某”）。","buttons":[[{"label":"同意","data":"c:509415001:0"},{"label":"不同意","data":"c:509415001:1"}]]}','claimed','2026-03-06 02:01:00.000000',0,0,NULL,'2026-03-06 02:00:00.000000');
INSERT INTO "outbox" VALUES(14,'lin',NULL,'reply',NULL,NULL,'{"to":{"user":"lin"},"text":"✅ 已加入“江南轨道集团”，名字是林一鸣。随时可以说“退出单位”。"}','claimed','2026-03-06 02:02:00.000000',0,0,NULL,'2026-03-06 02:01:00.000000');
INSERT INTO "outbox" VALUES(15,'boss',NULL,'reply',NULL,NULL,'{"to":{"user":"boss"},"text":"✅ 已核准：林一鸣 2026年2月 著作（独立完成，专著）\n待审核的都审完了。"}','claimed','2026-03-06 03:01:00.000000',0,0,NULL,'2026-03-06 03:00:00.000000');
INSERT INTO "outbox" VALUES(16,'boss',NULL,'reply',NULL,NULL,'{"to":{"user":"boss"},"text":"📣 已群发给1人：周五前交材料"}','claimed','2026-03-06 03:02:00.000000',0,0,NULL,'2026-03-06 03:01:00.000000');
INSERT INTO "outbox" VALUES(17,'lin',NULL,'broadcast','broadcast:1:2',1,'{"to":{"user":"lin"},"text":"📣 江南轨道集团通知：\n周五前交材料"}','waiting','2026-03-06 03:01:00.000000',0,0,NULL,'2026-03-06 03:01:00.000000');
INSERT INTO "outbox" VALUES(18,'boss',NULL,'reply',NULL,NULL,'{"to":{"user":"boss"},"text":"这句我没看懂。可以这样说：\n“单位组织培训两天”\n“我还差多少学时”"}','claimed','2026-03-06 03:03:00.000000',0,0,NULL,'2026-03-06 03:02:00.000000');
INSERT INTO "outbox" VALUES(19,NULL,'g1','reply',NULL,NULL,'{"to":{"group":"g1"},"text":"这个群已经绑定“江南轨道集团”。成员可以@我问“谁还没完成”“完成率多少”；群里只报人数，不点名，各人的数字只私聊给本人。"}','claimed','2026-03-06 03:04:00.000000',0,0,NULL,'2026-03-06 03:03:00.000000');
INSERT INTO "outbox" VALUES(20,'lin',NULL,'reply',NULL,NULL,'{"to":{"user":"lin"},"text":"这句我没看懂。可以这样说：\n“单位组织培训两天”\n“我还差多少学时”"}','claimed','2026-03-06 04:01:00.000000',0,0,NULL,'2026-03-06 04:00:00.000000');
CREATE TABLE profile (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	field VARCHAR NOT NULL, 
	value TEXT, 
	since DATE, 
	year INTEGER, 
	recorded_at DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO "profile" VALUES(1,1,'place','常州',NULL,NULL,'2026-03-02 02:00:00.000000');
INSERT INTO "profile" VALUES(2,2,'place','南京',NULL,NULL,'2026-03-03 01:00:00.000000');
CREATE TABLE proof (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	account_id INTEGER NOT NULL, 
	entry_id INTEGER, 
	digest VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	item TEXT, 
	recorded_at DATETIME NOT NULL, 
	FOREIGN KEY(account_id) REFERENCES account (id), 
	FOREIGN KEY(entry_id) REFERENCES entry (id)
);
INSERT INTO "proof" VALUES(1,2,4,'1d5d1bdc8024d4548b6066e024f93049eb2a8cc603375f698d3de770cc6c12e7','pdf',28,'certificate.pdf',NULL,'2026-03-04 01:00:00.000000');
CREATE TABLE reachability (
	account_id INTEGER NOT NULL, 
	why VARCHAR, 
	since DATETIME NOT NULL, 
	PRIMARY KEY (account_id), 
	FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO "reachability" VALUES(1,NULL,'2026-03-02 02:00:00.000000');
INSERT INTO "reachability" VALUES(2,NULL,'2026-03-03 01:00:00.000000');
INSERT INTO "reachability" VALUES(3,NULL,'2026-03-06 01:00:00.000000');
CREATE TABLE withdrawal (
	entry_id INTEGER NOT NULL, 
	why VARCHAR NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	PRIMARY KEY (entry_id), 
	FOREIGN KEY(entry_id) REFERENCES entry (id)
);
INSERT INTO "withdrawal" VALUES(3,'undo','2026-03-02 02:04:00.000000');
CREATE INDEX ix_profile_account_id ON profile (account_id);
CREATE INDEX ix_entry_account_id ON entry (account_id);
CREATE INDEX ix_proof_account_id ON proof (account_id);
CREATE INDEX ix_proof_digest ON proof (digest);
CREATE INDEX ix_proof_entry_id ON proof (entry_id);
CREATE INDEX ix_inbox_undone ON inbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_outbox_open ON outbox (to_group, to_user, id) WHERE state IN ('waiting', 'claimed');
CREATE INDEX ix_outbox_order ON outbox (order_id) WHERE order_id IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('entry',4);
INSERT INTO "sqlite_sequence" VALUES('proof',1);
COMMIT;
