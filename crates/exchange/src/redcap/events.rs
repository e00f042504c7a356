//! Reads the events out of the XML.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as Xml};
use quick_xml::reader::Reader;

/// One event of one arm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// `visit_1_arm_1`: unique in the project.
    pub unique_name: String,
    pub name: String,
    pub arm_number: u32,
    pub arm_name: String,
    /// Days after the first event of the arm.
    pub day_offset: i32,
    /// Days early and late, 0 or more.
    pub offset_min: i32,
    pub offset_max: i32,
    /// Instruments collected at the event.
    pub forms: Vec<String>,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("not XML at byte {at}")]
    NotXml { at: u64 },
    #[error("no events: the project is not longitudinal, or this is no REDCap export")]
    NoEvents,
    /// A day or range that is no whole number.
    #[error("{event}: {attribute} is `{value}`")]
    NotADay { event: String, attribute: &'static str, value: String },
}

/// Every event in the order of the export.
///
/// # Errors
/// The first thing that keeps the file from being understood.
pub fn events(xml: &str) -> Result<Vec<Event>, Trouble> {
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<Event> = Vec::new();
    let mut inside = false;
    loop {
        let at = reader.buffer_position();
        match reader.read_event().map_err(|_| Trouble::NotXml { at })? {
            Xml::Start(tag) if tag.name().as_ref() == "StudyEventDef" => {
                found.push(event(&tag)?);
                inside = true;
            }
            Xml::Empty(tag) if tag.name().as_ref() == "StudyEventDef" => found.push(event(&tag)?),
            Xml::End(tag) if tag.name().as_ref() == "StudyEventDef" => inside = false,
            Xml::Empty(tag) | Xml::Start(tag) if inside && tag.name().as_ref() == "FormRef" => {
                if let Some(last) = found.last_mut() {
                    last.forms.push(text(&tag, "redcap:FormName"));
                }
            }
            Xml::Eof => break,
            _ => {}
        }
    }
    if found.is_empty() { Err(Trouble::NoEvents) } else { Ok(found) }
}

fn text(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    found
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
        .map(|text| text.trim().to_owned())
        .unwrap_or_default()
}

fn event(tag: &BytesStart<'_>) -> Result<Event, Trouble> {
    let unique_name = text(tag, "redcap:UniqueEventName");
    let days = |attribute: &'static str| {
        let value = text(tag, attribute);
        // An event without a day stands on the first.
        let read = if value.is_empty() { Ok(0) } else { value.parse::<i32>() };
        read.map_err(|_| Trouble::NotADay { event: unique_name.clone(), attribute, value })
    };
    Ok(Event {
        name: text(tag, "redcap:EventName"),
        arm_number: text(tag, "redcap:ArmNum").parse().unwrap_or(1),
        arm_name: text(tag, "redcap:ArmName"),
        day_offset: days("redcap:DayOffset")?,
        offset_min: days("redcap:OffsetMin")?.abs(),
        offset_max: days("redcap:OffsetMax")?.abs(),
        forms: Vec::new(),
        unique_name,
    })
}
