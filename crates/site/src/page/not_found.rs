//! The page that hosts show for an address that is not there.

use maud::{Markup, html};

use super::layout::Page;
use crate::context::Context;

/// The whole page. It is shown under any address, so its links are absolute.
pub(super) fn page(context: &Context<'_>) -> Markup {
    let title = context.say("site.not_found");
    let why = context.say("site.not_found_why");
    let content = html! {
        h1 { (title) }
        p { (why) }
    };
    Page::plain("", &title, &why, content).under_any_address(context)
}
