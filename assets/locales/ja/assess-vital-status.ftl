# 書式「生存状況」の用語。
vital-status = 生存状況
vital-status-status = 状況
vital-status-status-alive = 生存
vital-status-status-deceased = 死亡
vital-status-as-of = 確認日
vital-status-source = 情報源
vital-status-source-seen = 対面
vital-status-source-telephone = 電話
vital-status-source-relative = 家族
vital-status-source-registry = 登録制度
vital-status-source-record = 診療録
vital-status-died-on = 死亡日
vital-status-cause = 死因
