# Words of the form “Attempt to reach the family”.
contact-attempt = Attempt to reach the family
contact-attempt-channel = Channel
contact-attempt-channel-phone = telephone
contact-attempt-channel-letter = letter
contact-attempt-channel-email = e-mail
contact-attempt-channel-video = video call
contact-attempt-channel-home = home visit
contact-attempt-channel-relative = through a relative
contact-attempt-channel-practitioner = through the family's doctor
contact-attempt-channel-registry = registry inquiry
contact-attempt-reached = Reached
contact-attempt-reached-wrong-number = wrong number
contact-attempt-reached-undelivered = returned undelivered
contact-attempt-next-step = Next step
contact-attempt-next-on = On
contact-attempt-channel-registered-letter = registered letter
