# 表单“青春期发育”的用语。
puberty = 青春期发育
puberty-breast = 乳房（Tanner 分期）
puberty-genital = 外生殖器（Tanner 分期）
puberty-pubic-hair = 阴毛（Tanner 分期）
puberty-testis-left = 左侧睾丸容积
puberty-testis-right = 右侧睾丸容积
puberty-menarche = 月经初潮
puberty-menarche-on = 初潮日期
    .help = 可只填年月或年份：2031-05 或 2031。
