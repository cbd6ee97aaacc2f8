"""Which picture belongs to which bulletin of the demo."""

from collections.abc import Callable

from draw.scenes import land, shore, town, trade

COVERS: dict[str, Callable[[], str]] = {
    "clarifications/2026/09/seafood-after-storm": shore.seafood_after_storm,
    "clarifications/2026/10/cua-lach-port-ownership": trade.port_ownership,
    "events/2026/09/lantern-night": town.lantern_night,
    "events/2026/11/investment-conference-2026": town.investment_conference,
    "events/2026/11/may-river-boat-race": land.may_river_race,
    "events/2026/11/whale-worship-festival-2027": shore.whale_worship,
    "features/2025/12/sen-lagoon-winter": land.sen_lagoon_winter,
    "features/2026/06/folding-lanterns": town.folding_lanterns,
    "features/2026/08/salt-season": land.salt_season,
    "features/2026/11/engineer-came-home": land.engineer_came_home,
    "issues/2026-2": shore.issue_2,
    "issues/2026-3": shore.issue_3,
    "news/2026/05/mangrove-planting": shore.mangrove_planting,
    "news/2026/07/lotus-festival-2026": land.lotus_festival,
    "news/2026/08/coastal-road-opening-day": shore.coastal_road,
    "news/2026/08/solar-ice": shore.solar_ice,
    "news/2026/09/after-the-storm": shore.after_the_storm,
    "news/2026/09/na-champa-delegation": town.na_champa,
    "news/2026/10/cua-lach-second-berth": trade.second_berth,
    "news/2026/10/dong-may-rice-protected": land.dong_may_rice,
    "news/2026/11/deo-gio-first-power": land.deo_gio_first_power,
    "news/2026/11/korean-japanese-centre": town.korean_japanese_centre,
    "news/2026/11/ocop-to-rotterdam": trade.ocop,
    "news/2026/11/sen-lagoon-marathon": land.sen_lagoon_marathon,
    "opportunities/cold-store-logistics-centre": trade.cold_store_centre,
    "opportunities/near-shore-wind-200mw": shore.near_shore_wind,
    "opportunities/sen-lagoon-eco-tourism": land.sen_lagoon_lodge,
    "press/2026/11/four-foreign-reports": town.four_foreign_reports,
}
