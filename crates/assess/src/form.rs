//! What a form asks: fields with keys, types, units, ranges and conditions. Defined once, drawn by one
//! generic form on screen, checked by [`crate::check`], read by the kinds' views.
//!
//! No words here: labels and help are `assess-<kind>.ftl`.

use serde::Serialize;
use specta::Type;

/// One form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FormSpec {
    pub kind: &'static str,
    /// Raised when fields change their meaning; stored with every answer.
    pub edition: u16,
    pub family: Family,
    pub fields: &'static [FieldSpec],
}

/// What the form is about, for grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    IntegrationSite,
    Shedding,
    Immunogenicity,
    Oncogenicity,
    PediatricDevelopment,
    Safety,
    Contact,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FieldSpec {
    pub key: &'static str,
    pub input: Input,
    pub needed: Needed,
    pub shown_when: Option<ShownWhen>,
    pub plausible: Option<Plausible>,
    /// A day that is planned and may lie ahead; every other day has been lived.
    pub ahead: bool,
}

/// Whether leaving a field empty asks for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Needed {
    Required,
    Optional,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Input {
    Text {
        lines: u8,
    },
    Choice {
        options: &'static [&'static str],
    },
    Choices {
        options: &'static [&'static str],
    },
    Date,
    Count,
    /// UCUM codes, the usual unit first.
    Number {
        units: &'static [&'static str],
        decimals: u8,
    },
    /// A number that may also be below a limit or not detected.
    Result {
        units: &'static [&'static str],
    },
    Table {
        columns: &'static [FieldSpec],
    },
    /// Filled by the kind's calculator.
    Computed {
        unit: &'static str,
        decimals: u8,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ShownWhen {
    pub field: &'static str,
    pub is: &'static [&'static str],
}

/// Values outside are kept with a reason. In the unit named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Plausible {
    pub low: &'static str,
    pub high: &'static str,
    pub unit: &'static str,
}

impl FieldSpec {
    const fn of(key: &'static str, input: Input) -> Self {
        Self { key, input, needed: Needed::Optional, shown_when: None, plausible: None, ahead: false }
    }

    pub(crate) const fn text(key: &'static str) -> Self {
        Self::of(key, Input::Text { lines: 1 })
    }

    pub(crate) const fn prose(key: &'static str) -> Self {
        Self::of(key, Input::Text { lines: 3 })
    }

    pub(crate) const fn choice(key: &'static str, options: &'static [&'static str]) -> Self {
        Self::of(key, Input::Choice { options })
    }

    pub(crate) const fn choices(key: &'static str, options: &'static [&'static str]) -> Self {
        Self::of(key, Input::Choices { options })
    }

    pub(crate) const fn date(key: &'static str) -> Self {
        Self::of(key, Input::Date)
    }

    pub(crate) const fn count(key: &'static str) -> Self {
        Self::of(key, Input::Count)
    }

    pub(crate) const fn number(key: &'static str, units: &'static [&'static str], decimals: u8) -> Self {
        Self::of(key, Input::Number { units, decimals })
    }

    pub(crate) const fn result(key: &'static str, units: &'static [&'static str]) -> Self {
        Self::of(key, Input::Result { units })
    }

    pub(crate) const fn table(key: &'static str, columns: &'static [FieldSpec]) -> Self {
        Self::of(key, Input::Table { columns })
    }

    pub(crate) const fn computed(key: &'static str, unit: &'static str, decimals: u8) -> Self {
        Self::of(key, Input::Computed { unit, decimals })
    }

    pub(crate) const fn ahead(mut self) -> Self {
        self.ahead = true;
        self
    }

    pub(crate) const fn is_computed(&self) -> bool {
        matches!(self.input, Input::Computed { .. })
    }

    pub(crate) const fn required(mut self) -> Self {
        self.needed = Needed::Required;
        self
    }

    pub(crate) const fn when(mut self, field: &'static str, is: &'static [&'static str]) -> Self {
        self.shown_when = Some(ShownWhen { field, is });
        self
    }

    pub(crate) const fn plausible(mut self, low: &'static str, high: &'static str, unit: &'static str) -> Self {
        self.plausible = Some(Plausible { low, high, unit });
        self
    }
}

impl FormSpec {
    pub fn field(&self, key: &str) -> Option<&'static FieldSpec> {
        self.fields.iter().find(|field| field.key == key)
    }
}
