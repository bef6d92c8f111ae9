//! Who uses a browser: its size, preferences and language.

/// What a browser reports about its visitor to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visitor {
    /// The viewport's width in CSS pixels.
    pub width: u32,
    /// The viewport's height in CSS pixels.
    pub height: u32,
    /// Whether the system prefers dark colours.
    pub dark: bool,
    /// The language the browser prefers (BCP 47).
    pub language: &'static str,
    /// Whether the browser refuses cookies and storage.
    pub no_storage: bool,
}

/// A laptop with English and light colours.
pub const LAPTOP: Visitor = Visitor {
    width: 1280,
    height: 800,
    dark: false,
    language: "en",
    no_storage: false,
};

/// A phone held upright.
pub const PHONE: Visitor = Visitor {
    width: 360,
    height: 740,
    ..LAPTOP
};

/// What an engine needs to start.
pub(super) struct Start<'a> {
    pub visitor: Visitor,
    /// `127.0.0.1:PORT` of the recorder.
    pub proxy: &'a str,
    /// `:NUMBER` of the X display, for engines that need one.
    pub display: &'a str,
}
