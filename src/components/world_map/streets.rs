//! The street map, which another host may have: it is asked for when the visitor has agreed, and never before.

use event_file::{file::Tiles, link};
use leptos::{ev::KeyboardEvent, html, prelude::*, task::spawn_local};

use super::session::Session;
use crate::{
    browser::{address, focus, map::Archive, remembered},
    components::icon::{Drawing, Icon},
    reactive::{Derived, Held, effect},
    wording::use_language,
};

/// What the device remembers the host under whose tiles are welcome.
const REMEMBERED: &str = "marchmap.streets";

/// How far the streets are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Streets {
    Off,
    /// The visitor is told whom they come from.
    Asked,
    On,
    /// They were asked for, and some came.
    Here,
    /// They were asked for, and none came.
    Failed,
}

/// The switch for streets, what is said before and after, and whose they are; nothing where the calendar names none.
#[component]
pub fn StreetMap(session: Session) -> impl IntoView {
    let state = session.state;
    let tiles = Derived::new(move || {
        state
            .loaded
            .with(|loaded| loaded.as_ref()?.calendar.about.tiles.clone())
    });
    // One file of tiles lies beside the page or nowhere.
    let offered = |tiles: &Tiles| !tiles.in_one_file() || address::own(&tiles.url).is_some();
    view! { {move || tiles.get().filter(offered).map(|tiles| view! { <Switch session tiles /> })} }
}

#[component]
fn Switch(session: Session, tiles: Tiles) -> impl IntoView {
    let language = use_language();
    let streets = Held::new(Streets::Off);
    let here = address::own(&tiles.url);
    let host = link::host(here.as_deref().unwrap_or(&tiles.url)).unwrap_or_default();
    let host = StoredValue::new(host.to_owned());
    let own = here.is_some();
    let attribution = tiles.attribution.clone().map(String::from);
    let tiles = StoredValue::new(tiles);
    let is_on = move || matches!(streets.get(), Streets::On | Streets::Here | Streets::Failed);
    let show = move || {
        streets.set(Streets::On);
        let told = move |came| match (came, streets.get_untracked()) {
            (true, Streets::On | Streets::Failed) => streets.set(Streets::Here),
            (false, Streets::On) => streets.set(Streets::Failed),
            _ => {}
        };
        if !tiles.with_value(Tiles::in_one_file) {
            tiles.with_value(|tiles| session.with_map(|map| map.show_streets(tiles, told)));
            return;
        }
        spawn_local(async move {
            let url = tiles.with_value(|tiles| tiles.url.clone());
            let archive = Archive::open(&url).await;
            // Meanwhile the visitor may have changed their mind, or left the map.
            let wanted = streets.try_get_untracked() == Some(Streets::On);
            if let Some(archive) = Some(archive).filter(|_| wanted) {
                let shown = archive.and_then(|archive| {
                    session
                        .with_map(|map| map.show_archive(archive, told))
                        .unwrap_or(Ok(()))
                });
                if shown.is_err() {
                    streets.try_set(Streets::Failed);
                }
            }
        });
    };
    let hide = move || {
        streets.set(Streets::Off);
        remembered::forget(REMEMBERED);
        session.with_map(|map| map.hide_streets());
    };
    if host.with_value(|host| remembered::recall(REMEMBERED).as_deref() == Some(host)) {
        show();
    }
    effect(move || session.set_streets(streets.get() == Streets::Here));
    on_cleanup(move || {
        session.set_streets(false);
        session.with_map(|map| map.hide_streets());
    });
    let button = NodeRef::<html::Button>::new();
    let back = move || {
        if let Some(button) = button.get_untracked() {
            focus::move_to(&button);
        }
    };
    let press = move |_| match streets.get_untracked() {
        Streets::Off if own => show(),
        Streets::Off => streets.set(Streets::Asked),
        Streets::Asked => streets.set(Streets::Off),
        Streets::On | Streets::Here | Streets::Failed => hide(),
    };
    let answer = move |yes: bool, lasting: bool| {
        if yes {
            if lasting {
                host.with_value(|host| remembered::remember(REMEMBERED, host));
            }
            show();
        } else {
            streets.set(Streets::Off);
        }
        back();
    };
    let said = move |key| host.with_value(|host| language.text_with(key, &[("host", host)]));
    view! {
        <button
            type="button"
            class="icon-only streets-button"
            data-action="streets"
            aria-label=language.says("map.streets")
            title=language.says("map.streets")
            aria-pressed=move || is_on().to_string()
            node_ref=button
            on:click=press
        >
            <Icon drawing=Drawing::STREETS />
        </button>
        {move || {
            (streets.get() == Streets::Asked).then(|| view! { <Question text=said("map.streets_ask") answer /> })
        }}
        {move || {
            (streets.get() == Streets::Failed)
                .then(|| view! { <p class="streets-failed" role="status">{said("map.streets_failed")}</p> })
        }}
        {move || is_on().then(|| view! { <p class="streets-credit" dir="auto">{attribution.clone()}</p> })}
    }
}

/// Says whom the tiles come from, and asks. The answer comes with whether it is to last.
#[component]
fn Question(text: String, answer: impl Fn(bool, bool) + Copy + 'static) -> impl IntoView {
    let language = use_language();
    let lasting = NodeRef::<html::Input>::new();
    let yes = NodeRef::<html::Button>::new();
    effect(move || {
        if let Some(yes) = yes.get() {
            focus::move_to(&yes);
        }
    });
    let lasts = move || lasting.get_untracked().is_some_and(|input| input.checked());
    let leave = move |key: KeyboardEvent| {
        if key.key() == "Escape" {
            key.stop_propagation();
            answer(false, false);
        }
    };
    let remember = remembered::can_remember().then(|| {
        view! {
            <label class="check">
                <input type="checkbox" name="remember" node_ref=lasting />
                {language.says("map.streets_remember")}
            </label>
        }
    });
    view! {
        <div class="streets-question" role="group" aria-labelledby="streets-question" on:keydown=leave>
            <p id="streets-question">{text}</p>
            {remember}
            <p class="buttons">
                <button type="button" class="main" data-action="streets-show" node_ref=yes on:click=move |_| answer(true, lasts())>
                    {language.says("map.streets_show")}
                </button>
                <button type="button" data-action="streets-not" on:click=move |_| answer(false, false)>
                    {language.says("map.streets_not")}
                </button>
            </p>
        </div>
    }
}
