;; What java.lang.reflect.Modifier says of the host's classes, from JDK 17 and Clojure 1.11: those that are not plainly public.
(ns clojure.host.class-modifiers)

(def of-class
  "The modifiers of classes by their names. Those that are missing are public; interfaces abstract, too."
  (into {} (for [[modifiers classes] '{
    17 [clojure.core.Vec clojure.core.VecSeq clojure.lang.ArrayChunk clojure.lang.Atom clojure.lang.BigInt
     clojure.lang.ChunkBuffer clojure.lang.ChunkedCons clojure.lang.Cons clojure.lang.LazySeq clojure.lang.MethodImplCache
     clojure.lang.Murmur3 clojure.lang.RecordIterator clojure.lang.Reduced clojure.lang.Var clojure.lang.Volatile
     com.sun.org.apache.xalan.internal.xsltc.trax.TransformerImpl com.sun.xml.internal.stream.writers.XMLStreamWriterImpl
     java.io.Console Boolean Byte Character Class Double Float Integer Long Math ProcessBuilder RuntimePermission Short
     StackTraceElement StrictMath String StringBuffer StringBuilder System Void java.lang.reflect.Array
     java.lang.reflect.Constructor java.lang.reflect.Field java.lang.reflect.Method java.math.MathContext
     java.net.DatagramPacket java.net.Inet4Address java.net.Inet6Address java.net.NetworkInterface java.net.URI java.net.URL java.nio.ByteOrder
     java.nio.channels.Channels java.nio.charset.StandardCharsets java.nio.file.FileSystems java.nio.file.Files
     java.nio.file.Paths java.nio.file.StandardWatchEventKinds java.nio.file.attribute.FileTime java.nio.file.attribute.PosixFilePermissions java.security.Security
     java.text.Normalizer java.text.StringCharacterIterator java.time.Duration java.time.Instant java.time.LocalDate
     java.time.LocalDateTime java.time.LocalTime java.time.MonthDay java.time.OffsetDateTime java.time.OffsetTime
     java.time.Period java.time.Year java.time.YearMonth java.time.ZoneOffset java.time.ZonedDateTime
     java.time.chrono.IsoChronology java.time.format.DateTimeFormatter java.time.format.DateTimeFormatterBuilder
     java.time.temporal.IsoFields java.time.temporal.JulianFields java.time.temporal.TemporalAdjusters
     java.time.temporal.TemporalQueries java.time.temporal.ValueRange java.time.temporal.WeekFields
     java.time.zone.ZoneOffsetTransition java.time.zone.ZoneRules java.util.Currency java.util.Formatter java.util.HexFormat
     java.util.Locale java.util.Objects java.util.Optional java.util.OptionalDouble java.util.OptionalInt
     java.util.OptionalLong java.util.Scanner java.util.ServiceLoader java.util.Spliterators java.util.SplittableRandom
     java.util.StringJoiner java.util.UUID java.util.regex.Matcher java.util.regex.Pattern java.util.stream.Collectors
     java.util.stream.StreamSupport javax.xml.XMLConstants javax.xml.datatype.DatatypeConstants]
    1025 [clojure.lang.AFn clojure.lang.AFunction clojure.lang.AMapEntry clojure.lang.APersistentMap
     clojure.lang.APersistentSet clojure.lang.APersistentVector clojure.lang.ARef clojure.lang.ASeq
     clojure.lang.ATransientMap clojure.lang.ATransientSet clojure.lang.Obj clojure.lang.RestFn
     com.sun.net.httpserver.HttpContext com.sun.net.httpserver.HttpExchange com.sun.net.httpserver.HttpServer
     java.io.FilterReader java.io.FilterWriter java.io.InputStream java.io.ObjectStreamException java.io.OutputStream
     java.io.Reader java.io.Writer ClassLoader Enum Number Process VirtualMachineError java.lang.ref.Reference
     java.lang.reflect.Executable java.net.JarURLConnection java.net.SocketAddress java.net.URLConnection java.nio.Buffer
     java.nio.ByteBuffer java.nio.CharBuffer java.nio.DoubleBuffer java.nio.FloatBuffer java.nio.IntBuffer
     java.nio.LongBuffer java.nio.ShortBuffer java.nio.channels.FileChannel java.nio.channels.FileLock
     java.nio.channels.spi.AbstractInterruptibleChannel java.nio.charset.Charset java.nio.charset.CharsetDecoder
     java.nio.charset.CharsetEncoder java.nio.file.FileSystem java.security.MessageDigest java.security.MessageDigestSpi
     java.security.Provider java.text.BreakIterator java.text.Collator java.text.DateFormat java.text.Format
     java.text.NumberFormat java.time.Clock java.time.ZoneId java.util.AbstractCollection java.util.AbstractList
     java.util.AbstractMap java.util.AbstractQueue java.util.AbstractSequentialList java.util.AbstractSet java.util.Calendar
     java.util.Dictionary java.util.EnumSet java.util.ResourceBundle java.util.TimeZone java.util.TimerTask
     java.util.concurrent.AbstractExecutorService java.util.concurrent.ForkJoinTask java.util.concurrent.RecursiveAction
     java.util.concurrent.RecursiveTask java.util.logging.Formatter java.util.logging.Handler
     javax.xml.datatype.XMLGregorianCalendar javax.xml.parsers.SAXParser javax.xml.parsers.SAXParserFactory
     javax.xml.stream.XMLInputFactory javax.xml.stream.XMLOutputFactory javax.xml.transform.Transformer
     javax.xml.transform.TransformerFactory]
    9 [clojure.lang.APersistentMap$KeySeq clojure.lang.APersistentMap$ValSeq clojure.lang.APersistentVector$RSeq
     clojure.lang.APersistentVector$SubVector clojure.lang.ArraySeq$ArraySeq_boolean clojure.lang.ArraySeq$ArraySeq_byte
     clojure.lang.ArraySeq$ArraySeq_char clojure.lang.ArraySeq$ArraySeq_double clojure.lang.ArraySeq$ArraySeq_float
     clojure.lang.ArraySeq$ArraySeq_int clojure.lang.ArraySeq$ArraySeq_long clojure.lang.ArraySeq$ArraySeq_short
     clojure.lang.Compiler$CompilerException clojure.lang.Compiler$LocalBinding clojure.lang.Compiler$ObjExpr
     clojure.lang.EdnReader$ReaderException clojure.lang.LispReader$ReaderException clojure.lang.LispReader$RegexReader
     clojure.lang.LispReader$StringReader clojure.lang.PersistentStructMap$Def clojure.lang.PersistentTreeMap$Seq
     clojure.lang.PersistentVector$Node clojure.lang.Var$Unbound
     com.sun.org.apache.xerces.internal.jaxp.SAXParserImpl$JAXPSAXParser Character$Subset java.security.Provider$Service
     java.util.AbstractMap$SimpleEntry java.util.AbstractMap$SimpleImmutableEntry java.util.Base64$Decoder
     java.util.Base64$Encoder java.util.concurrent.ThreadPoolExecutor$AbortPolicy
     java.util.concurrent.ThreadPoolExecutor$CallerRunsPolicy java.util.concurrent.ThreadPoolExecutor$DiscardOldestPolicy
     java.util.concurrent.ThreadPoolExecutor$DiscardPolicy java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock
     java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock java.util.jar.Attributes$Name]
    8 [clojure.lang.APersistentVector$Seq clojure.lang.PersistentArrayMap$Iter clojure.lang.PersistentArrayMap$Seq
     clojure.lang.PersistentList$EmptyList clojure.lang.PersistentQueue$Seq clojure.lang.PersistentTreeMap$Black
     clojure.lang.PersistentTreeMap$BlackVal clojure.lang.Var$Frame ProcessHandleImpl$Info java.util.HashMap$Node
     java.util.LinkedHashMap$Entry java.util.Spliterators$IteratorSpliterator java.util.stream.Collectors$CollectorImpl
     java.util.stream.DoublePipeline$Head java.util.stream.IntPipeline$Head java.util.stream.LongPipeline$Head
     java.util.stream.ReferencePipeline$Head]
    16401 [java.math.RoundingMode java.nio.file.FileVisitOption java.nio.file.FileVisitResult java.nio.file.LinkOption
     java.nio.file.StandardCopyOption java.nio.file.StandardOpenOption java.nio.file.attribute.PosixFilePermission
     java.time.DayOfWeek java.time.Month java.time.chrono.IsoEra java.time.format.FormatStyle java.time.format.ResolverStyle
     java.time.format.SignStyle java.time.format.TextStyle java.time.temporal.ChronoField java.time.temporal.ChronoUnit
     java.util.concurrent.TimeUnit]
    24 [clojure.lang.PersistentArrayMap$TransientArrayMap clojure.lang.PersistentHashMap$NodeSeq
     clojure.lang.PersistentHashMap$TransientHashMap clojure.lang.PersistentHashSet$TransientHashSet
     clojure.lang.PersistentVector$TransientVector java.time.Clock$FixedClock java.time.Clock$OffsetClock
     java.time.Clock$SystemClock java.time.Clock$TickClock java.util.TreeMap$Entry java.util.TreeMap$KeySet
     java.util.concurrent.ConcurrentHashMap$MapEntry java.util.concurrent.ForkJoinTask$AdaptedCallable
     java.util.stream.Streams$StreamBuilderImpl]
    0 [clojure.lang.AFunction$1 clojure.lang.APersistentMap$4 clojure.lang.APersistentMap$5 clojure.lang.APersistentMap$6
     com.sun.org.apache.xerces.internal.impl.XMLStreamReaderImpl$1 java.nio.HeapByteBuffer java.nio.HeapCharBuffer
     java.nio.HeapDoubleBuffer java.nio.HeapFloatBuffer java.nio.HeapIntBuffer java.nio.HeapLongBuffer
     java.nio.HeapShortBuffer java.util.IllegalFormatArgumentIndexException
     sun.nio.fs.LinuxWatchService]
    16 [ProcessHandleImpl ProcessImpl java.time.ZoneRegion java.time.format.Parsed java.util.HashMap$EntrySet
     java.util.HashMap$KeySet java.util.HashMap$Values java.util.KeyValueHolder]
    1545 [clojure.lang.IFn$OOL clojure.lang.Util$EquivPred ProcessHandle$Info Thread$UncaughtExceptionHandler
     java.lang.invoke.TypeDescriptor$OfField java.nio.file.DirectoryStream$Filter java.nio.file.WatchEvent$Kind java.util.Map$Entry
     java.util.stream.Stream$Builder]
    10 [java.nio.file.StandardWatchEventKinds$StdWatchEventKind sun.nio.fs.AbstractWatchKey$Event
     sun.nio.fs.LinuxWatchService$LinuxWatchKey java.net.Socket$SocketInputStream java.net.Socket$SocketOutputStream java.util.Arrays$ArrayList
     java.util.Base64$DecInputStream java.util.Base64$EncOutputStream java.util.Hashtable$Entry java.util.WeakHashMap$Entry]
    25 [clojure.lang.PersistentVector$ChunkedSeq Character$UnicodeBlock Runtime$Version]
    9729 [Deprecated Override SuppressWarnings]
    16409 [ProcessBuilder$Redirect$Type Thread$State java.text.Normalizer$Form
     java.util.stream.Collector$Characteristics]
    1032 [clojure.lang.PersistentTreeMap$Node java.util.TreeMap$NavigableSubMap]
    1033 [clojure.lang.Compiler$ObjMethod ProcessBuilder$Redirect]
    2 [java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask]
    4 [com.sun.org.apache.xerces.internal.parsers.AbstractSAXParser$LocatorProxy]
    28 [com.sun.org.apache.xerces.internal.parsers.AbstractSAXParser$AttributesProxy]
    1024 [AbstractStringBuilder sun.nio.fs.AbstractWatchKey sun.nio.fs.AbstractWatchService]
    18 [java.util.PriorityQueue$Itr]
    1536 [java.util.zip.ZipConstants]
    16410 [java.time.temporal.IsoFields$Unit]
    17418 [java.time.temporal.IsoFields$Field]
    }
                 label classes]
             [(if (.contains (str label) ".") (str label) (str "java.lang." label)) modifiers])))
