# 表单“免疫抑制治疗”的用语。
immunosuppression = 免疫抑制治疗
immunosuppression-drug = 药物
immunosuppression-dose = 剂量
immunosuppression-started = 开始日期
immunosuppression-stopped = 停用日期
immunosuppression-why = 原因
