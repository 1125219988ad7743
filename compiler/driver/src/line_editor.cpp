#include "line_editor.h"

#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstring>

#include "clj/base/utf8.h"
#include "clj/driver/repl.h"
#include "clj/gc/heap.h"

namespace clj::driver {
namespace {

// SIGINT while a line is read: the handler passes it on to the thread that reads, whose read
// then fails with EINTR.
volatile sig_atomic_t interrupted = 0;
pthread_t reading_thread;

void on_interrupt(int) {
  if (!pthread_equal(pthread_self(), reading_thread)) {
    pthread_kill(reading_thread, SIGINT);
    return;
  }
  interrupted = 1;
}

class InterruptScope {
 public:
  InterruptScope() {
    interrupted = 0;
    reading_thread = pthread_self();
    struct sigaction action {};
    action.sa_handler = on_interrupt;  // without SA_RESTART, so that read() returns
    sigaction(SIGINT, &action, &before_);
  }
  ~InterruptScope() { sigaction(SIGINT, &before_, nullptr); }

 private:
  struct sigaction before_;
};

constexpr const char* kWordEnds = " \t\n,()[]{}\"'`~@^;\\";
constexpr size_t kMostListed = 200;

}  // namespace

LineEditor::LineEditor(std::string history_file) : history_file_(std::move(history_file)) {
  // libedit decodes what it shows by the locale; source text is UTF-8 whatever the locale says.
  setlocale(LC_CTYPE, "C.UTF-8");
  edit_ = el_init("cljvm", stdin, stdout, stderr);
  history_ = history_init();
  HistEvent event;
  history(history_, &event, H_SETSIZE, 2000);
  history(history_, &event, H_SETUNIQUE, 1);
  history(history_, &event, H_LOAD, history_file_.c_str());
  el_set(edit_, EL_CLIENTDATA, this);
  el_set(edit_, EL_PROMPT, prompt_text);
  el_set(edit_, EL_EDITOR, "emacs");
  el_set(edit_, EL_HIST, history, history_);
  el_set(edit_, EL_GETCFN, read_character);
  el_set(edit_, EL_ADDFN, "clj-complete", "Complete the word", complete);
  el_set(edit_, EL_BIND, "^I", "clj-complete", nullptr);
  el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  el_source(edit_, nullptr);
}

LineEditor::~LineEditor() {
  HistEvent event;
  history(history_, &event, H_SAVE, history_file_.c_str());
  history_end(history_);
  el_end(edit_);
}

char* LineEditor::prompt_text(EditLine* edit) {
  LineEditor* self = nullptr;
  el_get(edit, EL_CLIENTDATA, &self);
  return self->prompt_.data();
}

// One character from the terminal. Only this wait lets a collection proceed: the rest of the
// editor may look at the heap (completion).
int LineEditor::read_character(EditLine*, wchar_t* out) {
  char bytes[4];
  size_t have = 0, want = 1;
  while (have < want) {
    ssize_t n;
    {
      gc::BlockingRegion waiting;
      n = ::read(STDIN_FILENO, bytes + have, 1);
    }
    if (n < 0 && errno == EINTR && !interrupted) continue;
    if (n <= 0) return 0;
    auto byte = static_cast<unsigned char>(bytes[have]);
    if (have++ == 0) want = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  }
  size_t at = 0;
  *out = static_cast<wchar_t>(utf8::decode(std::string_view(bytes, have), at));
  return 1;
}

unsigned char LineEditor::complete(EditLine* edit, int) {
  const LineInfo* line = el_line(edit);
  const char* start = line->cursor;
  while (start > line->buffer && !strchr(kWordEnds, start[-1])) --start;
  std::string word(start, line->cursor);
  std::vector<std::string> found = completions(word);
  if (found.empty()) return CC_REFRESH_BEEP;
  std::string common = found[0];
  for (const std::string& name : found) {
    size_t n = 0;
    while (n < common.size() && n < name.size() && common[n] == name[n]) ++n;
    common.resize(n);
  }
  std::string insertion = common.substr(word.size());
  if (found.size() == 1) insertion += " ";
  if (!insertion.empty()) {
    el_insertstr(edit, insertion.c_str());
    return CC_REFRESH;
  }
  fputs("\n", stdout);
  for (size_t i = 0; i < found.size() && i < kMostListed; ++i) printf("%s%s", i ? "  " : "", found[i].c_str());
  if (found.size() > kMostListed) printf("  ... %zu more", found.size() - kMostListed);
  fputs("\n", stdout);
  fflush(stdout);
  return CC_REDISPLAY;
}

LineEditor::Result LineEditor::read(const std::string& prompt, std::string& line) {
  prompt_ = prompt;
  InterruptScope interrupts;
  int count = 0;
  const char* text = el_gets(edit_, &count);
  if (interrupted) {
    el_reset(edit_);
    fputs("\n", stdout);
    fflush(stdout);
    return Result::kInterrupted;
  }
  if (!text || count <= 0) return Result::kEnd;
  line = text;
  HistEvent event;
  if (line.find_first_not_of(" \t\n") != line.npos) history(history_, &event, H_ENTER, text);
  return Result::kLine;
}

}  // namespace clj::driver
