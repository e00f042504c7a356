//! Writes the events of one arm as the text of a protocol. What is a proposal says so in its citation.

use std::fmt::Write;

use super::events::Event;

/// The text of a protocol for one arm; `title` names the project. It can be adopted as it is, and should not be: the
/// instruments stand as comments beside a single task.
pub fn draft(title: &str, events: &[Event]) -> String {
    let arm = events.first().map_or("", |event| event.arm_name.as_str());
    let number = events.first().map_or(1, |event| event.arm_number);
    let last = events.iter().map(|event| event.day_offset).max().unwrap_or(0).max(1);
    let mut text = String::new();
    let named = quoted(&format!("{title}: {arm}"));
    let _ = write!(
        text,
        "# From the events of a REDCap project. Finish it before anybody follows it: tasks, ways, anchor, sources.\n\
         id = \"redcap-arm-{number}\"\n\
         version = \"0.1\"\n\
         title = {{ en = {named} }}\n\
         authority = \"sponsor\"\n\
         follow-up = \"P{last}D\"\n\
         follow-up-from = \"enrolment\"\n\n\
         [product]\n\
         name = {{ en = {named} }}\n\
         class = \"lentiviral-hsc\" # choose\n\
         integrating = true # choose\n\n\
         [[source]]\n\
         id = \"redcap\"\n\
         title = {named}\n\
         issued = \"\"\n\
         authority = \"sponsor\"\n\
         confidence = \"to-be-confirmed\"\n\n\
         [[task]]\n\
         code = \"vital-status\"\n\
         kind = \"vital-status\"\n\
         label = {{ en = \"Contact and vital status\" }}\n"
    );
    text = text.replace("issued = \"\"", "issued = \"REDCap export\"");
    for event in events {
        let _ = write!(
            text,
            "\n[[visit]]\n\
             code = {}\n\
             label = {{ en = {} }}\n\
             anchor = \"enrolment\"\n\
             after = \"P{}D\"\n\
             early = \"P{}D\"\n\
             late = \"P{}D\"\n\
             modes = [\"clinic\"]\n\
             do = [\"vital-status\"]{}\n\
             cites = \"redcap: event {}\"\n",
            quoted(&event.unique_name),
            quoted(&event.name),
            event.day_offset,
            event.offset_min,
            event.offset_max,
            if event.forms.is_empty() { String::new() } else { format!(" # {}", event.forms.join(", ")) },
            event.unique_name,
        );
    }
    text
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r', '\t'], " "))
}
