// One line at a time from a terminal, edited with libedit.
#pragma once
#include <histedit.h>

#include <string>

namespace clj::driver {

class LineEditor {
 public:
  explicit LineEditor(std::string history_file);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;

  enum class Result { kLine, kEnd, kInterrupted };
  // `line` gets the text with its newline. The line goes into the history.
  Result read(const std::string& prompt, std::string& line);

 private:
  static char* prompt_text(EditLine* edit);
  static int read_character(EditLine* edit, wchar_t* out);
  static unsigned char complete(EditLine* edit, int key);

  EditLine* edit_;
  History* history_;
  std::string history_file_;
  std::string prompt_;
};

}  // namespace clj::driver
