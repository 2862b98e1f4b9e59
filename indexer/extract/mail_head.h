#pragma once

#include <gmime/gmime.h>

#include <string>

namespace vankien {

/// GMime's null is our nothing.
std::string string_of(const char* text);

/// Of the many lines a value of the head may have, one, as UTF-8.
std::string head_line(std::string text);

/// Subject (with the words as they came, where their charset is unknown), from, to, copies and date, a line each; "" if the letter has none of them.
///     Chủ đề: Gửi báo cáo
///     Ngày: 05/03/2024 23:15
std::string mail_head(GMimeMessage* letter);

/// The day it was sent, as g_date_time_format writes it; "" if it says none.
std::string mail_date(GMimeMessage* letter, const char* pattern);

}  // namespace vankien
