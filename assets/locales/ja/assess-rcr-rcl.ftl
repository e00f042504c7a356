# 書式「増殖性ウイルス（RCR/RCL）」の用語。
rcr-rcl = 増殖性ウイルス（RCR/RCL）
rcr-rcl-archived = 検体
rcr-rcl-archived-tested = 検査済み
rcr-rcl-archived-archived-untested = 保存、未検査
rcr-rcl-assay = 測定法
rcr-rcl-assay-pcr-env = エンベロープ遺伝子 PCR
rcr-rcl-assay-s-plus-l-minus = S+L− 試験
rcr-rcl-assay-culture = 細胞培養
rcr-rcl-result = 結果
rcr-rcl-confirmed = 確認検査
rcr-rcl-confirmed-confirmed = 確認された
rcr-rcl-confirmed-not-confirmed = 確認されず
