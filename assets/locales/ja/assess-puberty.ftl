# 書式「思春期」の用語。
puberty = 思春期
puberty-breast = 乳房（Tanner）
puberty-genital = 外性器（Tanner）
puberty-pubic-hair = 陰毛（Tanner）
puberty-testis-left = 左精巣容積
puberty-testis-right = 右精巣容積
puberty-menarche = 初経
puberty-menarche-on = 初経の時期
    .help = 年月または年のみでも可：2031-05、2031。
