// SPDX-License-Identifier: GPL-3.0-or-later
// The library "translations" is its resources: :/i18n/anlan_<language>.qm. A static library has to
// have one source all the same.
