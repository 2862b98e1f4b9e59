#include "indexer/ocr/page_reader.h"

#include <fmt/format.h>
#include <tesseract/baseapi.h>
#include <xxhash.h>

#include <filesystem>
#include <memory>

#include "indexer/extract/stamps.h"
#include "indexer/ocr/file_bytes.h"
#include "indexer/ocr/page_picture.h"

namespace vankien {
namespace {

constexpr const char* kLanguage = "vie";
constexpr int kWay = 2;  // rises when the same picture is read in another way: what is kept is then read anew
// Measured: a page on its head is read with a confidence of 40, upright with 94; one on its right side the engine reads as
// it is. Below this it is worth a second of finding out how it lies.
constexpr int kDoubtful = 70;
constexpr std::size_t kMostData = std::size_t{100} << 20;

void open(tesseract::TessBaseAPI& engine) {
  if (engine.Init(nullptr, kLanguage, tesseract::OEM_LSTM_ONLY) != 0)
    throw ExtractError("missing_program",
                       "OCR has no Vietnamese: the Debian package tesseract-ocr-vie is not installed");
}

std::string text_of(tesseract::TessBaseAPI& engine, Pix* picture, tesseract::PageSegMode layout) {
  engine.SetPageSegMode(layout);
  engine.SetImage(picture);
  engine.SetSourceResolution(kReadingDpi);
  const std::unique_ptr<char[]> text(engine.GetUTF8Text());
  if (!text) throw ExtractError("damaged", "the picture cannot be read");
  return text.get();
}

/// Stamps of the upper half that `text` lacks, each a line.
std::string overlooked_stamps(tesseract::TessBaseAPI& engine, Pix* picture, const std::string& text) {
  const std::unique_ptr<Box, decltype([](Box* box) { boxDestroy(&box); })> half(
      boxCreate(0, 0, pixGetWidth(picture), pixGetHeight(picture) / 2));
  const PagePicture upper(pixClipRectangle(picture, half.get(), nullptr));
  if (!upper) throw ExtractError("out_of_memory", "no memory for the upper half of the page");
  std::string seen;
  collect_stamps({text}, seen);
  std::string all = seen;
  collect_stamps({text_of(engine, upper.get(), tesseract::PSM_SPARSE_TEXT)}, all);
  return all.substr(seen.size());
}

OcrPage read_as_it_lies(tesseract::TessBaseAPI& engine, Pix* picture) {
  OcrPage page;
  page.text = text_of(engine, picture, tesseract::PSM_AUTO);
  page.confidence = engine.MeanTextConf();
  return page;
}

/// The picture turned upright; null if it is, or if nothing tells (the Debian package tesseract-ocr-osd does).
PagePicture turned_upright(Pix* picture) {
  tesseract::TessBaseAPI engine;
  if (engine.Init(nullptr, "osd", tesseract::OEM_TESSERACT_ONLY) != 0) return nullptr;
  engine.SetVariable("debug_file", "/dev/null");
  engine.SetPageSegMode(tesseract::PSM_OSD_ONLY);
  engine.SetImage(picture);
  engine.SetSourceResolution(kReadingDpi);
  int degrees = 0;  // clockwise, how far it lies
  float sure = 0;
  const char* script = nullptr;
  float sure_of_script = 0;
  if (!engine.DetectOrientationScript(&degrees, &sure, &script, &sure_of_script)) return nullptr;
  const int quarters = (360 - degrees) / 90 % 4;
  return quarters == 0 ? nullptr : PagePicture(pixRotateOrth(picture, quarters));
}

}  // namespace

OcrPage read_picture(Pix* picture, bool first_page) {
  tesseract::TessBaseAPI engine;
  open(engine);
  engine.SetVariable("debug_file", "/dev/null");
  engine.SetVariable("preserve_interword_spaces", "1");
  OcrPage page = read_as_it_lies(engine, picture);
  PagePicture upright;
  if (page.confidence < kDoubtful && (upright = turned_upright(picture))) {
    OcrPage turned = read_as_it_lies(engine, upright.get());
    if (turned.confidence > page.confidence) {
      page = std::move(turned);
      picture = upright.get();
    }
  }
  if (first_page) page.text = overlooked_stamps(engine, picture, page.text) + page.text;
  return page;
}

std::string engine_name() {
  tesseract::TessBaseAPI engine;
  open(engine);
  const std::filesystem::path data = std::filesystem::path(engine.GetDatapath()) / "vie.traineddata";
  const std::string bytes = file_bytes(data, kMostData);
  return fmt::format("tesseract {}, {} {:016x}, {}/{} dpi, way {}", tesseract::TessBaseAPI::Version(),
                     kLanguage, XXH3_64bits(bytes.data(), bytes.size()), kRenderingDpi, kReadingDpi, kWay);
}

}  // namespace vankien
