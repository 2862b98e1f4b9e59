#pragma once

#include <string>

namespace vankien {

/// A PDF whose colour pictures are called so. Some programs put a JPEG of three colours into a page and call it grey;
/// whoever believes them draws a third of each line over the next, and OCR finds no letter. The JPEG itself knows, and the
/// two names are equally long with a blank, so nothing else moves:
///     … /ColorSpace /DeviceGray … stream ⟨JPEG of three colours⟩   →   … /ColorSpace /DeviceRGB  … stream …
std::string with_true_colours(std::string pdf);

}  // namespace vankien
