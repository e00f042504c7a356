# 書式「肝腫瘍スクリーニング」の用語。
liver-tumour-screen = 肝腫瘍スクリーニング
liver-tumour-screen-at-risk = 肝腫瘍のリスク
liver-tumour-screen-risk = リスクの内容
liver-tumour-screen-afp = α-フェトプロテイン（AFP）
liver-tumour-screen-afp-uln = AFP の基準上限
liver-tumour-screen-ultrasound = 肝臓の超音波検査
liver-tumour-screen-ultrasound-not-called-for = 必要なし
liver-tumour-screen-ultrasound-detail = 超音波所見
liver-tumour-screen-laboratory = 検査施設
