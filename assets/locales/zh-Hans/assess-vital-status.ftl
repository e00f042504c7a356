# 表单“生存状态”的用语。
vital-status = 生存状态
vital-status-status = 状态
vital-status-status-alive = 存活
vital-status-status-deceased = 死亡
vital-status-as-of = 截至日期
vital-status-source = 信息来源
vital-status-source-seen = 当面所见
vital-status-source-telephone = 电话
vital-status-source-relative = 亲属
vital-status-source-registry = 登记系统
vital-status-source-record = 病历
vital-status-died-on = 死亡日期
vital-status-cause = 死亡原因
