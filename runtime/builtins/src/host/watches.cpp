// Watched folders: Linux's inotify.
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "host_support.h"

namespace clj::builtins {
namespace {

Value failure() { return make_string(std::strerror(errno)); }
int descriptor_arg(Value v) { return static_cast<int>(to_long(v)); }

}  // namespace

CLJ_FN(watch_open) {
  int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  return descriptor < 0 ? failure() : make_long(descriptor);
}

CLJ_FN(watch_add) {
  std::string path = to_utf8(string_arg(args[1]));
  int watch = ::inotify_add_watch(descriptor_arg(args[0]), path.c_str(), static_cast<uint32_t>(to_long(args[2])));
  return watch < 0 ? failure() : make_long(watch);
}

CLJ_FN(watch_remove) {
  ::inotify_rm_watch(descriptor_arg(args[0]), descriptor_arg(args[1]));
  return Value::nil();
}

CLJ_FN(watch_await) {
  pollfd entry{descriptor_arg(args[0]), POLLIN, 0};
  int timeout = static_cast<int>(to_long(args[1]));
  gc::BlockingRegion region;
  ::poll(&entry, 1, timeout);
  return Value::nil();
}

CLJ_FN(watch_read) {
  alignas(inotify_event) char buffer[8192];
  gc::ValueList events;
  for (;;) {
    ssize_t n = ::read(descriptor_arg(args[0]), buffer, sizeof buffer);
    if (n <= 0) return make_vector(events.data(), events.size());
    for (ssize_t at = 0; at < n;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      gc::ValueList parts;
      parts.push_back(make_long(event->wd));
      parts.push_back(make_long(event->mask));
      parts.push_back(event->len ? make_string(event->name) : Value::nil());
      events.push_back(make_vector(parts.data(), parts.size()));
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
}

CLJ_FN(watch_close) {
  ::close(descriptor_arg(args[0]));
  return Value::nil();
}

}  // namespace clj::builtins
