//! For site owners: what an embed shows is chosen, seen at once, and its code copied.

use leptos::{html, prelude::*};
use query::{
    Part, Query, Sort, Theme, View,
    accent::Colour,
    embed::{Embed, HEIGHT},
};
use texts::LANGUAGES;

use super::embed_code::EmbedCode;
use crate::{
    browser::{address, framed, share},
    state::State,
    wording::use_language,
};

/// What a site owner chooses; what the page shows now is the rest.
#[derive(Clone, PartialEq)]
struct Wish {
    filtered: bool,
    shown: Shown,
    lang: String,
    theme: Option<Theme>,
    accent: Option<Colour>,
    hide: Vec<Part>,
    height: u32,
}

/// Which views an embed has.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Both,
    List,
    Map,
    Month,
}

const SHOWN: [(&str, &str, Shown); 4] = [
    ("both", "view.both", Shown::Both),
    ("list", "embed.only_list", Shown::List),
    ("map", "embed.only_map", Shown::Map),
    ("month", "view.month", Shown::Month),
];

const THEMES: [(&str, &str, Option<Theme>); 3] = [
    ("", "embed.visitors", None),
    ("light", "embed.light", Some(Theme::Light)),
    ("dark", "embed.dark", Some(Theme::Dark)),
];

/// The page's own accent colour (style/tokens.css).
const ACCENT: Colour = Colour([0x0f, 0x5b, 0x57]);

const PARTS: [(&str, Part); 3] = [
    ("embed.header", Part::Header),
    ("embed.filters", Part::Filters),
    ("embed.footer", Part::Footer),
];

impl Wish {
    /// The query of the embed, on a page that shows `now`.
    fn query(&self, now: &Query) -> Query {
        let mut query = Query {
            event: None,
            map: None,
            view: View::Both,
            // Without a place by name it would be the position of whoever looks.
            sort: now.near.as_ref().map_or(Sort::Date, |_| now.sort),
            lang: (!self.lang.is_empty()).then(|| self.lang.clone()),
            theme: self.theme,
            accent: self.accent,
            hide: self.hide.clone(),
            ..now.clone()
        };
        if !self.filtered {
            query.reset();
            query.sort = Sort::Date;
        }
        match self.shown {
            Shown::Both => {}
            Shown::List => query.hide.push(Part::Map),
            Shown::Map => query.hide.push(Part::List),
            Shown::Month => query.view = View::Month,
        }
        query
    }
}

/// The dialogue; closed, it is empty.
#[component]
pub fn EmbedBuilder(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    let dialogue = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialogue) = dialogue.get()
            && open.get()
            && !dialogue.open()
        {
            // Refused only where it is open already or not in the document.
            let _ = dialogue.show_modal();
        }
    });
    let close = move |_| {
        if let Some(dialogue) = dialogue.get_untracked() {
            dialogue.close();
        }
    };
    // What was made once stays: WebKit may stand still when a frame goes before it has loaded.
    let made =
        Memo::new(move |before: Option<&bool>| open.get() || before.copied().unwrap_or_default());
    view! {
        <dialog class="embed-builder" aria-labelledby="embed-title" node_ref=dialogue on:close=move |_| open.set(false)>
            <div class="panel-bar">
                <h2 id="embed-title">{language.label("embed.title")}</h2>
                <button type="button" class="plain" data-action="close-embed" on:click=close>
                    {language.label("embed.close")}
                </button>
            </div>
            <Show when=move || made.get()>
                <Builder open />
            </Show>
        </dialog>
    }
}

#[component]
fn Builder(open: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let wish = RwSignal::new(Wish {
        filtered: true,
        shown: Shown::Both,
        lang: String::new(),
        theme: None,
        accent: state.address.query.with_untracked(|query| query.accent),
        hide: Vec::new(),
        height: HEIGHT,
    });
    let code = Memo::new(move |_| {
        let query = state
            .address
            .query
            .with(|query| wish.with(|wish| wish.query(query)));
        let (page, script) = (share::address(""), address::own("embed.js"));
        let title = state.title();
        let embed = Embed {
            page: page.as_deref().unwrap_or_default(),
            script: script.as_deref().unwrap_or_default(),
            query,
            title: &title,
            height: wish.with(|wish| wish.height),
        };
        (embed.script_tag(), embed.frame_tag(), embed.query())
    });
    let script = Signal::derive(move || code.with(|code| code.0.clone()));
    let tag = Signal::derive(move || code.with(|code| code.1.clone()));
    let address = Memo::new(move |_| code.with(|code| format!("?{}", code.2)));
    let frame = NodeRef::<html::Iframe>::new();
    let first = address.get_untracked();
    let seen = StoredValue::new(first.clone());
    // One address at a time: WebKit may lose one while another is on its way. What was chosen meanwhile comes next.
    let rests = StoredValue::new(false);
    let lead = move || {
        let (address, frame) = (address.get_untracked(), frame.get_untracked());
        if let Some(frame) = frame
            && open.get_untracked()
            && rests.get_value()
            && seen.get_value() != address
        {
            rests.set_value(false);
            framed::lead(&frame, &address);
            seen.set_value(address);
        }
    };
    let arrived = move |_| {
        rests.set_value(true);
        lead();
    };
    Effect::new(move || {
        address.track();
        open.track();
        lead();
    });
    let option = move |value: &'static str, key: &'static str| {
        view! { <option value=value>{language.label(key)}</option> }
    };
    let shown = SHOWN
        .map(|(value, key, _)| option(value, key))
        .collect_view();
    let themes = THEMES
        .map(|(value, key, _)| option(value, key))
        .collect_view();
    let languages = LANGUAGES
        .iter()
        .map(|(code, name)| view! { <option value=*code lang=*code>{*name}</option> })
        .collect_view();
    let parts = PARTS
        .map(|(key, part)| {
            let leave_out = move |event| {
                let out = event_target_checked(&event);
                wish.update(|wish| {
                    wish.hide.retain(|hidden| *hidden != part);
                    if out {
                        wish.hide.push(part);
                    }
                });
            };
            view! {
                <label class="tick">
                    <input type="checkbox" name=part.word() on:change=leave_out />
                    <span>{language.label(key)}</span>
                </label>
            }
        })
        .collect_view();
    let choose_shown = move |event| {
        let chosen = event_target_value(&event);
        let found = SHOWN.iter().find(|(value, ..)| *value == chosen);
        if let Some((.., shown)) = found {
            wish.update(|wish| wish.shown = *shown);
        }
    };
    let choose_theme = move |event| {
        let theme = Theme::of(&event_target_value(&event));
        wish.update(|wish| wish.theme = theme);
    };
    let choose_accent = move |event| {
        let chosen = event_target_value(&event);
        let accent = chosen.strip_prefix('#').and_then(Colour::parse);
        wish.update(|wish| wish.accent = accent);
    };
    let choose_height = move |event| {
        // What is no number yet is being written.
        if let Ok(height) = event_target_value(&event).parse()
            && (100..=10_000).contains(&height)
        {
            wish.update(|wish| wish.height = height);
        }
    };
    view! {
        <div class="embed-choices">
            <label class="tick">
                <input
                    type="checkbox"
                    name="filtered"
                    checked
                    on:change=move |event| wish.update(|wish| wish.filtered = event_target_checked(&event))
                />
                <span>{language.label("embed.filtered")}</span>
            </label>
            <label>
                <span>{language.label("embed.shown")}</span>
                <select name="embed-shown" on:change=choose_shown>{shown}</select>
            </label>
            <label>
                <span>{language.label("embed.language")}</span>
                <select
                    name="embed-lang"
                    on:change=move |event| wish.update(|wish| wish.lang = event_target_value(&event))
                >
                    {option("", "embed.visitors")}
                    {languages}
                </select>
            </label>
            <label>
                <span>{language.label("embed.theme")}</span>
                <select name="embed-theme" on:change=choose_theme>{themes}</select>
            </label>
            <label>
                <span>{language.label("embed.accent")}</span>
                <input
                    type="color"
                    name="embed-accent"
                    value=wish.with_untracked(|wish| format!("#{}", wish.accent.unwrap_or(ACCENT)))
                    on:input=choose_accent
                />
            </label>
            <label>
                <span>{language.label("embed.height")}</span>
                <input type="number" name="embed-height" min="100" max="10000" step="50" value=HEIGHT on:input=choose_height />
            </label>
            <fieldset>
                <legend>{language.label("embed.leave_out")}</legend>
                {parts}
            </fieldset>
        </div>
        <div class="embed-result">
            <iframe
                class="embed-preview"
                node_ref=frame
                src=first
                on:load=arrived
                title=language.label("embed.preview")
            ></iframe>
            <EmbedCode name="script" key="embed.script" code=script />
            <EmbedCode name="frame" key="embed.frame" code=tag />
        </div>
    }
}
