# Words of the form “T-cell response (ELISpot)”.
elispot = T-cell response (ELISpot)
elispot-antigen = Antigen
elispot-antigen-vector = vector (capsid)
elispot-antigen-transgene = transgene product
elispot-sfu = Spot-forming units
elispot-control = Negative control
elispot-interpretation = Interpretation
