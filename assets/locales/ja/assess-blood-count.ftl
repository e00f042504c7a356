# 書式「血算・白血球分画」の用語。
blood-count = 血算・白血球分画
blood-count-wbc = 白血球
blood-count-neutrophils = 好中球
blood-count-lymphocytes = リンパ球
blood-count-monocytes = 単球
blood-count-eosinophils = 好酸球
blood-count-basophils = 好塩基球
blood-count-platelets = 血小板
blood-count-haemoglobin = ヘモグロビン
blood-count-mcv = 平均赤血球容積（MCV）
blood-count-blasts = 芽球
