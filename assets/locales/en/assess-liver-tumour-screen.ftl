# Words of the form “Screen for a liver tumour”.
liver-tumour-screen = Screen for a liver tumour
liver-tumour-screen-at-risk = At risk of a liver tumour
liver-tumour-screen-risk = Which risk
liver-tumour-screen-afp = Alpha-fetoprotein (AFP)
liver-tumour-screen-afp-uln = Upper limit of normal of AFP
liver-tumour-screen-ultrasound = Ultrasound of the liver
liver-tumour-screen-ultrasound-not-called-for = not called for
liver-tumour-screen-ultrasound-detail = Findings of the ultrasound
liver-tumour-screen-laboratory = Laboratory
