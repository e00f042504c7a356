# Words of the form “Puberty”.
puberty = Puberty
puberty-breast = Breast (Tanner)
puberty-genital = Genitals (Tanner)
puberty-pubic-hair = Pubic hair (Tanner)
puberty-testis-left = Left testis
puberty-testis-right = Right testis
puberty-menarche = Menarche
puberty-menarche-on = Menarche on
    .help = Month or year is enough: 2031-05 or 2031.
