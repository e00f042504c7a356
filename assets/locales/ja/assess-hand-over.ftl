# 書式「成人診療への移行」の用語。
hand-over = 成人診療への移行
hand-over-state = 状況
hand-over-state-arranged = 手配済み
hand-over-state-taken-over = 引き継ぎ済み
hand-over-to = 成人診療科または担当医
hand-over-first-visit = 初診日
hand-over-summary-given = 治療の要約を渡した
hand-over-open-questions = 未解決の事項
