//! What is known before a city is looked up, and what comes of it.

#[cfg(doc)]
use crate::countries;
use crate::place::Place;

/// How many times larger than every other place of its name one must be to be taken without more
/// being known.
pub const DECISIVE: u32 = 10;

/// What else is known of where a city lies.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// State or province, by name or code. One the gazetteer does not know is left out of account.
    pub region: Option<&'a str>,
    /// ISO 3166-1 alpha-2; see [`countries::code`] for names.
    pub country: Option<&'a str>,
}

/// What a name turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'g> {
    /// The place.
    One(&'g Place),
    /// Places it may be, the largest first; nothing decides.
    Several(Vec<&'g Place>),
    /// Nothing is called so there.
    None,
}
