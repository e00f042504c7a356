# 書式「悪性腫瘍報告」の用語。
malignancy = 悪性腫瘍報告
malignancy-diagnosed-on = 診断日
malignancy-diagnosis = 診断名
malignancy-icd-o = ICD-O コード
malignancy-site = 部位
malignancy-tissue-kept = 腫瘍組織の保存
malignancy-tissue-kept-planned = 予定あり
malignancy-vector-tested = 腫瘍中のベクター
malignancy-integration-in-tumour = 腫瘍中の挿入部位
malignancy-outcome = 転帰
malignancy-outcome-remission = 寛解
malignancy-related = 製品との関連
