# 書式「同意とアセント」の用語。
consent = 同意とアセント
consent-form = 文書
consent-form-consent = 同意
consent-form-assent = 小児のアセント
consent-given = 同意の有無
consent-given-partly = 一部同意
consent-version = 文書の版
consent-by = 同意者
consent-by-subject = 本人
consent-by-parent = 親
consent-by-guardian = 後見人
consent-limits = 同意しない内容
