# 書式「連絡の試み」の用語。
contact-attempt = 連絡の試み
contact-attempt-channel = 手段
contact-attempt-channel-phone = 電話
contact-attempt-channel-letter = 手紙
contact-attempt-channel-email = 電子メール
contact-attempt-channel-video = ビデオ通話
contact-attempt-channel-home = 訪問
contact-attempt-channel-relative = 家族を通じて
contact-attempt-channel-practitioner = かかりつけ医を通じて
contact-attempt-channel-registry = 登録への照会
contact-attempt-reached = 連絡がついたか
contact-attempt-reached-wrong-number = 番号違い
contact-attempt-reached-undelivered = 宛先不明で返送
contact-attempt-next-step = 次の手段
contact-attempt-next-on = 予定日
contact-attempt-channel-registered-letter = 書留郵便
