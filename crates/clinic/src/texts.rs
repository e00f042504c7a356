//! The texts that one life follows: the versions of its protocol and the tracks beside it, held so that a use case can
//! read them and then write.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use facts::{CivilDate, Life};
use followup::{Course, Obligation};
use protocol::{Protocol, Task};

use crate::{Clinic, Refusal, Result};

pub(crate) struct Texts {
    by_reference: BTreeMap<String, Arc<Protocol>>,
    current: Arc<Protocol>,
    /// Versions of its protocol that are in force here and amend another, with the day of their adoption.
    amended: Vec<(Arc<Protocol>, CivilDate)>,
}

/// Protocols in force at the site by `id@version`, and since when.
#[derive(Clone, Default)]
pub(crate) struct Adopted {
    texts: BTreeMap<String, Arc<Protocol>>,
    days: BTreeMap<String, CivilDate>,
}

impl Deref for Adopted {
    type Target = BTreeMap<String, Arc<Protocol>>;

    fn deref(&self) -> &Self::Target {
        &self.texts
    }
}

impl Adopted {
    pub fn add(&mut self, text: Arc<Protocol>, on: CivilDate) {
        let reference = text.reference();
        self.days.insert(reference.clone(), on);
        self.texts.insert(reference, text);
    }

    /// Takes over a text that another has.
    pub fn add_from(&mut self, other: &Self, reference: &str) {
        if let (Some(text), Some(on)) = (other.texts.get(reference), other.days.get(reference)) {
            self.add(Arc::clone(text), *on);
        }
    }

    fn amended(&self, id: &str) -> Vec<(Arc<Protocol>, CivilDate)> {
        let of_protocol = self.texts.iter().filter(|(_, text)| text.id == id && text.amendment.is_some());
        of_protocol.filter_map(|(reference, text)| Some((Arc::clone(text), *self.days.get(reference)?))).collect()
    }
}

impl Texts {
    /// # Errors
    /// The first `id@version` that is not adopted here.
    pub fn of(life: &Life, adopted: &Adopted) -> std::result::Result<Self, String> {
        let find = |reference: &str| adopted.get(reference).cloned().ok_or_else(|| reference.to_owned());
        let followed = life.followed().map(|(reference, _)| reference);
        let beside = life.tracks.iter().map(|kept| kept.fact.protocol.as_str());
        let by_reference = followed.chain(beside).map(|reference| Ok((reference.to_owned(), find(reference)?)));
        let current = find(life.protocol())?;
        let amended = adopted.amended(&current.id);
        Ok(Self { by_reference: by_reference.collect::<std::result::Result<_, String>>()?, current, amended })
    }

    /// The version whose words hold.
    pub fn current(&self) -> Arc<Protocol> {
        self.current.clone()
    }

    pub fn course<'a>(&'a self, life: &'a Life) -> Course<'a> {
        let find = |reference: &str| self.by_reference.get(reference).map(Arc::as_ref);
        let course = Course::of(life, find).unwrap_or_else(|_| Course::from(&*self.current));
        course.beside(self.amended.iter().map(|(text, on)| (&**text, *on)))
    }

    /// The text that demands an obligation.
    pub fn demands(&self, obligation: &Obligation) -> &Protocol {
        let of = obligation.of.as_deref().and_then(|of| self.by_reference.get(of));
        of.unwrap_or(&self.current)
    }

    /// A task by the code that an obligation or a form bears.
    pub fn task<'t>(&'t self, life: &'t Life, code: &str) -> Option<(&'t Task, &'t Protocol)> {
        self.course(life).task(code)
    }
}

impl Clinic {
    /// The text that a visit's code comes from, where only the version followed is known: a track's bears its id.
    pub(crate) fn text_of_code(&self, reference: &str, code: &str) -> Option<&Protocol> {
        let track = code
            .split_once('/')
            .and_then(|(id, _)| self.protocols.values().rev().find(|protocol| protocol.track && protocol.id == id));
        track.or_else(|| self.protocols.get(reference)).map(Arc::as_ref)
    }

    pub(crate) fn texts(&self, life: &Life) -> Result<Texts> {
        Texts::of(life, &self.protocols)
            .map_err(|reference| Refusal::bug("protocol-of-subject").with("protocol", reference))
    }
}
