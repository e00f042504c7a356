# 書式「妊娠」の用語。
pregnancy = 妊娠
pregnancy-whose = 対象
pregnancy-whose-subject = 被験者
pregnancy-whose-partner = パートナー
pregnancy-confirmed-on = 確認日
pregnancy-due = 出産予定日
pregnancy-outcome = 転帰
pregnancy-outcome-live-birth = 生産
pregnancy-outcome-loss = 流産・死産
pregnancy-outcome-termination = 人工妊娠中絶
pregnancy-outcome-on = 転帰日
pregnancy-child = 児の状態
