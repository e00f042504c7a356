# 書式「免疫抑制療法」の用語。
immunosuppression = 免疫抑制療法
immunosuppression-drug = 薬剤
immunosuppression-dose = 用量
immunosuppression-started = 開始日
immunosuppression-stopped = 中止日
immunosuppression-why = 理由
