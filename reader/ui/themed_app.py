"""An app in our own colours: the first theme before anything is painted, the others from files."""

from __future__ import annotations

from textual.app import App

from reader.ui.themes import START, load_themes, own_folder


class ThemedApp(App[int]):
    """Shows one of our themes; what is wrong with the theme files is in `problems`."""

    def __init__(self, wanted: str | None) -> None:
        super().__init__()
        self._wanted_theme = wanted
        self.themes: tuple[str, ...] = ()
        self.problems: list[str] = []
        self.register_theme(START)
        # A change of theme would have all styles read and everything painted once more.
        self.set_reactive(App.theme, START.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for a theme that is not one of ours."""
        return START.variables

    def take_first_theme(self) -> None:
        """Before the first paint: read the theme files if another theme may be wanted."""
        if self._wanted_theme or own_folder().is_dir():
            self.take_themes()

    def take_themes(self) -> None:
        """Read the theme files, once, and change to the one asked for."""
        if self.themes:
            return
        themes = load_themes()
        self.problems += themes.problems
        self.themes = tuple(themes.by_name)
        for theme in themes.by_name.values():
            self.register_theme(theme)
        name = self._wanted_theme or START.name
        if name in themes.by_name:
            self.theme = name
        else:
            known = ", ".join(sorted(themes.by_name))
            self.problems.append(f"There is no theme {name!r}; there are {known}.")

    def choose_theme(self, name: str) -> None:
        """Change the colours."""
        self.theme = name
