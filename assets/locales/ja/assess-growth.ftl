# 書式「成長」の用語。
growth = 成長
growth-weight = 体重
growth-length-or-height = 身長
growth-measured = 測定姿勢
    .help = 2 歳未満は仰臥位、2 歳以上は立位。
growth-measured-lying = 仰臥位
growth-measured-standing = 立位
growth-head-circumference = 頭囲
growth-oedema = 浮腫
    .help = 浮腫がある場合、体重の z スコアは計算しません。
growth-weight-z = 年齢別体重 z
growth-height-z = 年齢別身長 z
growth-bmi = BMI
growth-bmi-z = 年齢別 BMI z
growth-head-z = 年齢別頭囲 z
