//! How the parts of a mail are read, and what its header says of them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::draft::Reading;

type ReadSource<'a> = dyn Fn(&[u8], &str, usize) -> Result<Reading, String> + 'a;
type ReadText<'a> = dyn Fn(&str, &Arc<str>, Sent) -> Result<Reading, String> + 'a;

/// What the header of a mail says of its text.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// The day it was sent.
    pub day: Option<NaiveDate>,
    /// Its subject.
    pub subject: Option<String>,
}

/// How the parts of a mail are read.
#[derive(Clone, Copy)]
pub struct Readers<'a> {
    /// What is attached: its bytes, its name, how many mails it is inside of.
    pub source: &'a ReadSource<'a>,
    /// The text of a mail, in any format, of a source of this name, and what its header says.
    pub text: &'a ReadText<'a>,
}
