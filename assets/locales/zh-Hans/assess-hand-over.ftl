# 表单“转入成人医疗”的用语。
hand-over = 转入成人医疗
hand-over-state = 状态
hand-over-state-arranged = 已安排
hand-over-state-taken-over = 已接管
hand-over-to = 成人科室或医生
hand-over-first-visit = 首次就诊日期
hand-over-summary-given = 已移交治疗摘要
hand-over-open-questions = 待解决的问题
