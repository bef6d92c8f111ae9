//! What a test is about, which decides in which engines it runs.

use crate::browser::Engine;

/// What a test depends on beyond the app's own code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The app's own decisions: filters, results, texts, links, files to save, markup, what is put on the map. They are
    /// the same WebAssembly in every engine, so one engine runs them.
    Logic,
    /// What only Chromium's DevTools protocol can measure or cause: memory, layout shift, touch, preferences.
    DevTools,
    /// Sizes, text direction, wrapping, what covers what.
    Layout,
    /// Scroll positions, virtual lists, anchoring.
    Scrolling,
    /// Mouse and touch events.
    Pointer,
    /// A wheel turned by the driver, which WebKit's driver cannot.
    Wheel,
    /// Keys and focus.
    Keyboard,
    /// `Intl`: times, dates, numbers and names in the reader's language.
    Intl,
    /// Service workers and caches.
    ServiceWorker,
    /// Content Security Policy, `sandbox`, cross-origin frames, denied storage.
    Sandbox,
    /// Back, forward, reload.
    History,
    /// What is printed.
    Printing,
    /// `fetch`, streams, ranges, module loading, headers.
    Network,
    /// What the other tests rely on: the driver, the recording proxy, focus.
    Driver,
}

/// Which engines run a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engines {
    /// Chromium, Firefox and WebKit: engines differ in what the test is about.
    All,
    /// Chromium: engines do not differ in it, or the others cannot be driven so.
    Chromium,
    /// Chromium and Firefox: WebKit's driver cannot do it.
    ChromiumAndFirefox,
}

impl Subject {
    /// The engines that run a test about this.
    pub fn engines(self) -> Engines {
        match self {
            Subject::Logic | Subject::DevTools => Engines::Chromium,
            Subject::Wheel => Engines::ChromiumAndFirefox,
            Subject::Layout
            | Subject::Scrolling
            | Subject::Pointer
            | Subject::Keyboard
            | Subject::Intl
            | Subject::ServiceWorker
            | Subject::Sandbox
            | Subject::History
            | Subject::Printing
            | Subject::Network
            | Subject::Driver => Engines::All,
        }
    }
}

impl Engines {
    /// Whether this engine is one of them.
    pub fn contain(self, engine: Engine) -> bool {
        match self {
            Engines::All => true,
            Engines::Chromium => engine == Engine::Chromium,
            Engines::ChromiumAndFirefox => engine != Engine::WebKit,
        }
    }
}
