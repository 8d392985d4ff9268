-- Push and start: the group's own case (orange: a proposal). Rectification: proposals for the plant
-- to confirm; the weekly rolling plan stands for blue.

INSERT INTO seed_response(colour, push_minutes, start_minutes, rectify_minutes, note, verify) VALUES
('red', 15, 30, 1440, '15分钟内推送安全总监和属地负责人', 1),
('orange', 30, 60, 2880, '30分钟内推送，1小时内启动整改', 1),
('yellow', NULL, 120, 4320, '2小时内启动整改', 1),
('blue', NULL, NULL, 10080, '纳入周滚动计划', 1);
