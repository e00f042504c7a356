//! Declaring that a visit or test did not take place, with the reason. A visit recorded later still counts.

use facts::Fact;
use facts::fact::Missed;

use crate::role::Deed;
use crate::wire::visit::Missing;
use crate::{Clinic, Now, Refusal, Result, refresh};

impl Clinic {
    pub fn declare_missed(&mut self, missing: &Missing, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        if missing.because.trim().is_empty() {
            return Err(Refusal::ask("reason-needed").about("because"));
        }
        let life = self.life(missing.subject)?;
        let texts = self.texts(&life)?;
        let obligations = refresh::outcome(&texts, &life).obligations;
        let obligation = obligations
            .iter()
            .find(|obligation| obligation.key == missing.obligation)
            .ok_or_else(|| Refusal::fix("no-such-obligation").with("value", &missing.obligation))?;
        if obligation.window.earliest_on > self.judging(now)?.recorded_until() {
            let opens = self.words.date_short(&obligation.window.earliest_on.to_string());
            return Err(Refusal::fix("not-yet-open").about("obligation").with("opens", opens));
        }
        let fact = Missed {
            obligation: missing.obligation.clone(),
            declared_on: now.today,
            because: missing.because.trim().to_owned(),
        };
        let entry = self.new_entry(Fact::Missed(fact), now);
        self.write(missing.subject, vec![entry])?;
        Ok(())
    }
}
