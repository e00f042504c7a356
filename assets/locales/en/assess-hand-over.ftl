# Words of the form “Hand-over to adult care”.
hand-over = Hand-over to adult care
hand-over-state = State
hand-over-state-arranged = arranged
hand-over-state-taken-over = taken over
hand-over-to = Adult clinic or physician
hand-over-first-visit = First visit there
hand-over-summary-given = Summary of the treatment handed over
hand-over-open-questions = Open questions
