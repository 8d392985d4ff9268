-- Organisation, roles, risk levels.

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('area_kind', 'plant', '厂区', 'Plant', '', NULL, NULL, 0, 1),
('area_kind', 'workshop', '车间', 'Workshop', '', NULL, NULL, 0, 2),
('area_kind', 'team', '班组', 'Team', '', NULL, NULL, 0, 3),
('area_kind', 'post', '岗位', 'Post', '', NULL, NULL, 0, 4);

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('role', 'worker', '员工', 'Worker', '', NULL, NULL, 0, 1),
('role', 'team_leader', '班组长', 'Team leader', '', NULL, NULL, 0, 2),
('role', 'workshop_director', '车间主任', 'Workshop director', '', NULL, NULL, 0, 3),
('role', 'department_head', '部门负责人', 'Department head', '', NULL, NULL, 0, 4),
('role', 'safety_officer', '安全员', 'Safety officer', '', NULL, NULL, 0, 5),
('role', 'safety_director', '安全总监', 'Safety director', '', NULL, NULL, 0, 6),
('role', 'plant_manager', '厂长', 'Plant manager', '', NULL, NULL, 0, 7),
('role', 'trainer', '培训教师', 'Trainer', '', NULL, NULL, 0, 8),
('role', 'auditor', '审计员', 'Auditor', '', NULL, NULL, 0, 9),
('role', 'administrator', '系统管理员', 'Administrator', '', NULL, NULL, 0, 10);

INSERT INTO seed_code(code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify, ord) VALUES
('risk_level', 'red', '重大风险', 'Major risk', '安委办〔2016〕11号', NULL, NULL, 0, 1),
('risk_level', 'orange', '较大风险', 'Considerable risk', '安委办〔2016〕11号', NULL, NULL, 0, 2),
('risk_level', 'yellow', '一般风险', 'General risk', '安委办〔2016〕11号', NULL, NULL, 0, 3),
('risk_level', 'blue', '低风险', 'Low risk', '安委办〔2016〕11号', NULL, NULL, 0, 4);
