# 表单“妊娠”的用语。
pregnancy = 妊娠
pregnancy-whose = 何人妊娠
pregnancy-whose-subject = 受试者
pregnancy-whose-partner = 受试者的伴侣
pregnancy-confirmed-on = 确认日期
pregnancy-due = 预产期
pregnancy-outcome = 结局
pregnancy-outcome-live-birth = 活产
pregnancy-outcome-loss = 流产或死产
pregnancy-outcome-termination = 终止妊娠
pregnancy-outcome-on = 结局日期
pregnancy-child = 新生儿情况
