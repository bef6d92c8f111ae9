//! A line below a series that leaves days of it out: “except Good Friday, 26 March”.

use std::collections::BTreeMap;

use super::super::document::Document;
use super::super::line::Line;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// The lines with a series of whose days a later line of the same block leaves some out, and what that says.
pub fn excepted(lines: &[Option<Line>]) -> BTreeMap<u64, String> {
    let excepts = |at: usize| {
        let series = lines[at].as_ref().filter(|line| line.every().is_some())?;
        let mut block = lines[at + 1..].iter().map_while(Option::as_ref);
        let line = block.find(|line| is_exception(line))?;
        Some((series.number, line.text.clone()))
    };
    (0..lines.len()).filter_map(excepts).collect()
}

/// Whether a line begins with a word such as “except”, and has no hour of its own.
fn is_exception(line: &Line) -> bool {
    let tokens = tokens(line.text.trim_start_matches(['(', '[']));
    Purpose::Except.phrases().past(&tokens, 0).is_some() && !line.has_clock()
}

/// Why entries of such a series are refused.
pub fn reason(exception: &str) -> String {
    format!("“{exception}”: on some days of the series it does not take place; write the days out")
}

impl Document<'_> {
    /// Takes a line that leaves days out to the series of the entry above; whether it is one.
    pub fn takes_exception(&mut self, line: &Line) -> bool {
        let exception = is_exception(line) && self.excepted.values().any(|text| *text == line.text);
        if !exception {
            return false;
        }
        match &mut self.pending {
            Some(pending) if pending.lines.iter().any(|line| line.every().is_some()) => {
                pending.lines.push(line.clone());
            }
            _ => {
                self.taken.insert(line.number);
            }
        }
        true
    }
}
