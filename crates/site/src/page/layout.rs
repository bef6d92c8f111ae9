//! What all pages have around their content.

use event_file::link::clickable;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::context::Context;

/// What these pages may do: show their style sheet and pictures of the same site. Nothing runs.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// A page of the site.
pub(super) struct Page<'a> {
    /// Its folder within the site, `e/rally/`.
    pub(super) path: &'a str,
    /// What it is called, without the calendar's title.
    pub(super) title: &'a str,
    /// What is on it, in one sentence.
    pub(super) description: &'a str,
    /// The address of a picture of 1200 × 630, within the site.
    pub(super) picture: Option<&'a str>,
    /// JSON-LD that is safe inside a `<script>`.
    pub(super) structured: Option<String>,
    /// What is in `<main>`.
    pub(super) content: Markup,
}

impl<'a> Page<'a> {
    /// A page without a picture and JSON-LD.
    pub(super) fn plain(
        path: &'a str,
        title: &'a str,
        description: &'a str,
        content: Markup,
    ) -> Self {
        Self {
            path,
            title,
            description,
            picture: None,
            structured: None,
            content,
        }
    }

    /// The whole document.
    pub(super) fn document(self, context: &Context<'_>) -> Markup {
        let home = "../".repeat(self.path.matches('/').count());
        self.with_home(context, &home, true)
    }

    /// The same for a page that has no address of its own.
    pub(super) fn under_any_address(self, context: &Context<'_>) -> Markup {
        self.with_home(context, &context.input.url.of(""), false)
    }

    /// `home` leads to the site's folder.
    fn with_home(self, context: &Context<'_>, home: &str, has_address: bool) -> Markup {
        let about = &context.input.calendar.about;
        let url = context.input.url;
        let canonical = url.of(self.path);
        let words = context.input.reader.words;
        let calendar = context.title();
        html! {
            (DOCTYPE)
            html lang=(words.language()) dir=(words.direction().dir()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    title { (self.title) " · " (calendar) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="description" content=(self.description);
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    @if has_address { link rel="canonical" href=(canonical); } @else { meta name="robots" content="noindex"; }
                    link rel="icon" href={ (home) "icon.svg" } type="image/svg+xml";
                    link rel="stylesheet" href={ (home) "site.css" };
                    meta property="og:type" content="website";
                    meta property="og:site_name" content=(calendar);
                    meta property="og:title" content=(self.title);
                    meta property="og:description" content=(self.description);
                    @if has_address { meta property="og:url" content=(canonical); }
                    @if let Some(picture) = self.picture {
                        meta property="og:image" content=(url.of(picture));
                        meta property="og:image:type" content="image/png";
                        meta property="og:image:width" content="1200";
                        meta property="og:image:height" content="630";
                        meta property="og:image:alt" content=(self.description);
                        meta name="twitter:card" content="summary_large_image";
                    }
                    @if let Some(structured) = &self.structured {
                        script type="application/ld+json" { (PreEscaped(structured)) }
                    }
                }
                body {
                    header {
                        a href=(home) dir="auto" lang=[about.language.as_deref()] { (calendar) }
                    }
                    main { (self.content) }
                    footer {
                        p { a href=(home) { (context.say("site.all_events")) } }
                        @if let Some(email) = &about.contact.email {
                            @let address = format!("mailto:{email}");
                            p {
                                @let text = context.fill("footer.email", &[("email", email)]);
                                @if clickable(&address) { a href=(address) { (text) } } @else { (text) }
                            }
                        }
                        @if let Some(page) = about.contact.url.as_deref().filter(|page| clickable(page)) {
                            p { (link(page, html! { (context.say("footer.contact")) })) }
                        }
                        @for credit in &about.credits {
                            p {
                                @let text = html! { span dir="auto" { (credit.text) } };
                                @match credit.url.as_deref().filter(|page| clickable(page)) {
                                    Some(page) => (link(page, text)),
                                    None => (text),
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A link out of the site; its address can be followed.
pub(super) fn link(href: &str, text: Markup) -> Markup {
    html! { a href=(href) rel="external nofollow noopener noreferrer" { (text) } }
}

/// A run of text from the event file: its own direction and language.
pub(crate) fn run(text: &str, language: Option<&str>) -> Markup {
    html! { span dir="auto" lang=[language] { (text) } }
}
