"""What units ask and are asked: members, groups, reviews, rosters, broadcasts, workbooks, the log of who looked."""
