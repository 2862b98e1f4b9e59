#include "searchd/sheets/workbook.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace vankien::sheets {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;

// A file that nobody else can open and that is gone with its last descriptor: secrets do not stay on the disk.
class NamelessFile {
 public:
  NamelessFile() {
    const std::string folder = std::filesystem::temp_directory_path().string();
    fd_ = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd_ < 0)
      throw std::runtime_error(fmt::format("no file can be made in {}: {}", folder, std::strerror(errno)));
  }
  ~NamelessFile() { ::close(fd_); }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;

  int fd() const { return fd_; }
  std::string path() const { return fmt::format("/proc/self/fd/{}", fd_); }

 private:
  int fd_;
};

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(fmt::format("xlsx: {}", lxw_strerror(error)));
}

// Cut where the format would refuse it, control characters left out, which XML cannot hold.
std::string fit(const std::string& text) {
  static const std::string kCut = "… [đã cắt]";
  std::string fitted;
  std::size_t length = 0;
  constexpr std::size_t kRoom = kMostCellLength - 12;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 && c != '\n' && c != '\t') continue;
    if ((c & 0xC0) != 0x80) length += c >= 0xF0 ? 2 : 1;
    if (length > kRoom) return fitted + kCut;
    fitted += text[i];
  }
  return fitted;
}

}  // namespace

struct Workbook::Parts {
  std::shared_ptr<NamelessFile> file = std::make_shared<NamelessFile>();
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;
  std::size_t rows = 0;
};

Workbook::Workbook(const std::string& sheet) : parts_(std::make_unique<Parts>()) {
  std::string folder = std::filesystem::temp_directory_path().string();
  lxw_workbook_options options = {
     .constant_memory = LXW_TRUE, .tmpdir = folder.data(), .use_zip64 = LXW_FALSE};
  parts_->book = workbook_new_opt(parts_->file->path().c_str(), &options);
  if (parts_->book == nullptr) throw std::runtime_error("xlsx: no memory");
  parts_->sheet = workbook_add_worksheet(parts_->book, sheet.c_str());
  parts_->bold = workbook_add_format(parts_->book);
  if (parts_->sheet == nullptr) throw std::runtime_error("xlsx: no sheet can be made");
  format_set_bold(parts_->bold);
  worksheet_freeze_panes(parts_->sheet, 1, 0);
}

Workbook::~Workbook() {
  if (parts_->book != nullptr) workbook_close(parts_->book);  // nothing else lets it go
}

void Workbook::add(const Row& row) {
  const auto number = static_cast<lxw_row_t>(parts_->rows);
  lxw_format* format = parts_->rows == 0 ? parts_->bold : nullptr;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    if (const auto* text = std::get_if<std::string>(&row[i]))
      check(worksheet_write_string(parts_->sheet, number, column, fit(*text).c_str(), format));
    else
      check(worksheet_write_number(parts_->sheet, number, column,
                                   static_cast<double>(std::get<std::uint64_t>(row[i])), format));
  }
  ++parts_->rows;
}

std::size_t Workbook::rows() const { return parts_->rows; }

std::function<std::optional<std::string>()> Workbook::finish() {
  check(workbook_close(std::exchange(parts_->book, nullptr)));
  return [file = parts_->file, at = off_t{0}]() mutable -> std::optional<std::string> {
    std::string piece(kPieceBytes, '\0');
    const ssize_t got = ::pread(file->fd(), piece.data(), piece.size(), at);
    if (got < 0) throw std::runtime_error(fmt::format("xlsx: {}", std::strerror(errno)));
    if (got == 0) return std::nullopt;
    at += got;
    piece.resize(static_cast<std::size_t>(got));
    return piece;
  };
}

}  // namespace vankien::sheets
