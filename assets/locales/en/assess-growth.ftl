# Words of the form “Growth”.
growth = Growth
growth-weight = Weight
growth-length-or-height = Length or height
growth-measured = Measured
    .help = Lying under two years, standing from two years on.
growth-measured-lying = lying (length)
growth-measured-standing = standing (height)
growth-head-circumference = Head circumference
growth-oedema = Oedema
    .help = With oedema no z-score is made from the weight.
growth-weight-z = Weight for age, z
growth-height-z = Height for age, z
growth-bmi = BMI
growth-bmi-z = BMI for age, z
growth-head-z = Head circumference for age, z
