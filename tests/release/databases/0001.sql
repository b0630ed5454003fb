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
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
INSERT INTO "answer" VALUES(1,'m7','{"replies":[{"to":{"user":"chen"},"text":"公需课考试通过了吗？","buttons":[[{"label":"合格","data":"c:1:0"},{"label":"没有合格","data":"c:1:1"}]]}],"intent":"record","posted":[],"removed":[],"asks":["passed"],"error":null}','2026-03-03 01:30:00.000000');
CREATE TABLE dialogue (
	account_id INTEGER NOT NULL, 
	chat TEXT NOT NULL, 
	state TEXT NOT NULL, 
	changed_at DATETIME NOT NULL, 
	PRIMARY KEY (account_id, chat), 
	FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO "dialogue" VALUES(1,'','{"drafts":[{"activity":"public_course","attributes":{"hours":{"number":"30"}},"when":{"start":"2025-01-01","end":"2025-12-31","exact":false},"when_unsure":false,"said":"去年公需课学了30学时","made_up_for":null,"replaces":null,"doubt":null,"twin_agreed":false}],"asked":{"about":"passed","slot":"passed","serial":1,"options":[{"label":"合格","sets":{"passed":true},"value":""},{"label":"没有合格","sets":{"passed":false},"value":""}],"alternatives":[],"proposed":[]},"reminded":false,"serial":1,"resume":null,"last_activity":"public_course","last_year":2025,"last_intent":"record","last_posted":[],"last_amended":null,"last_removed":[3],"listing":[],"target":null,"held":null,"query":null}','2026-03-03 01:30:00.000000');
INSERT INTO "dialogue" VALUES(2,'','{"drafts":[],"asked":null,"reminded":false,"serial":0,"resume":null,"last_activity":"book","last_year":2026,"last_intent":"record","last_posted":[4],"last_amended":null,"last_removed":[],"listing":[],"target":null,"held":null,"query":null}','2026-03-03 01:01:00.000000');
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
INSERT INTO "entry" VALUES(4,2,'book','2026-02-01','2026-02-28',0,'{"kind":"monograph","rank":{"number":"1"},"sole":true}','2026年2月我出了一本专著，独著',NULL,NULL,NULL,'2026-03-03 01:01:00.000000');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('entry',4);
COMMIT;
