# 書式「遅発性事象の年次スクリーニング」の用語。
cancer-screen = 遅発性事象の年次スクリーニング
cancer-screen-new-malignancy = 新たな悪性腫瘍
cancer-screen-new-malignancy-detail = 種類・部位・時期
cancer-screen-neurologic = 神経疾患の新規発症・悪化
cancer-screen-neurologic-detail = 内容と時期
cancer-screen-autoimmune = リウマチ性・自己免疫疾患の新規発症・悪化
cancer-screen-autoimmune-detail = 内容と時期
cancer-screen-haematologic = 新たな血液疾患
cancer-screen-haematologic-detail = 内容と時期
cancer-screen-infection = 重篤または通常でない感染症
cancer-screen-infection-detail = 内容と時期
cancer-screen-exam = 身体診察
cancer-screen-exam-detail = 診察所見
cancer-screen-imaging = 画像検査
cancer-screen-imaging-not-called-for = 必要なし
cancer-screen-imaging-detail = 画像所見
