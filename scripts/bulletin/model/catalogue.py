"""Every sentence that the checks say, in Vietnamese and English: name → (vi, en)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bulletin.model.finding import Message
from bulletin.model.locale import long_date

_SENTENCES: dict[str, tuple[str, str]] = {
    # text
    "not-utf8": (
        "tệp không dùng mã UTF-8: byte thứ {column} của dòng này là 0x{byte}; hãy lưu lại tệp bằng mã UTF-8",
        "not UTF-8: byte {column} of this line is 0x{byte}; expected UTF-8, save the file in that encoding",
    ),
    "byte-order-mark": (
        "tệp bắt đầu bằng dấu BOM; hãy lưu bằng UTF-8 không kèm BOM",
        "the file begins with a byte order mark; expected UTF-8 without one",
    ),
    "not-nfc": (
        "“{text}” viết bằng Unicode tổ hợp (NFD); cần Unicode dựng sẵn (NFC)",
        '"{text}" is written with separate marks (NFD); expected the composed form, NFC',
    ),
    "too-many-marks": (
        "một chữ cái mang hơn {limit} dấu; cần chữ viết bình thường",
        "one letter carries more than {limit} marks; expected plain writing",
    ),
    "invisible-character": (
        "có ký tự ẩn {code} ({name}); hãy xóa ký tự này",
        "there is an invisible character {code} ({name}); expected none, delete it",
    ),
    "file-too-large": (
        "dung lượng tệp là {found} byte; tối đa {limit} byte",
        "the file has {found} bytes; expected at most {limit}",
    ),
    "unreadable-file": ("không đọc được tệp: {reason}", "the file cannot be read: {reason}"),
    # front matter
    "front-matter-missing": (
        "dòng 1 là “{found}”; cần “---” mở đầu phần khai báo ngay ở dòng 1",
        'line 1 is "{found}"; expected "---", which opens the front matter on the first line',
    ),
    "front-matter-unclosed": (
        "phần khai báo mở ở dòng 1 nhưng không được đóng; cần một dòng “---” sau trường cuối cùng",
        'the front matter opened on line 1 is never closed; expected a line "---" after its last field',
    ),
    "front-matter-too-large": (
        "phần khai báo dài {found} byte; tối đa {limit} byte",
        "the front matter has {found} bytes; expected at most {limit}",
    ),
    "front-matter-not-mapping": (
        "ở đây không có các dòng “trường: giá trị”; cần mỗi trường một dòng",
        'there are no "field: value" lines here; expected one for each field',
    ),
    "yaml-syntax": ("sai cú pháp YAML: {reason}", "wrong YAML: {reason}"),
    "yaml-anchor": (
        "có neo hoặc tham chiếu YAML (& hoặc *); hãy viết trực tiếp giá trị, đặt trong dấu nháy nếu cần",
        "there is a YAML anchor or alias (& or *); expected the value itself, in quotes if need be",
    ),
    "yaml-tag": (
        "có nhãn kiểu YAML “{found}”; hãy viết giá trị không kèm nhãn",
        'there is a YAML tag "{found}"; expected the value without it',
    ),
    "yaml-too-deep": (
        "YAML lồng quá {limit} cấp; hãy viết đơn giản hơn",
        "the YAML is nested more than {limit} deep; expected less",
    ),
    "duplicate-key": (
        "trường “{name}” đã có ở dòng {first}; mỗi trường chỉ viết một lần",
        'field "{name}" already stands on line {first}; expected each field once',
    ),
    "cut-off": (
        "“{name}: {found}” bị cắt ở dấu #; hãy đặt cả giá trị trong dấu nháy",
        '"{name}: {found}" is cut off at the #; expected the whole value in quotes',
    ),
    "unknown-field": (
        "không có trường nào tên là “{name}” ở đây{suggestion}",
        'there is no field "{name}" here{suggestion}',
    ),
    "missing-field": ("thiếu trường bắt buộc “{name}”", 'required field "{name}" is missing'),
    "wrong-type": (
        "“{name}” là {found}; cần {expected}",
        '"{name}" is {found}; expected {expected}',
    ),
    "empty-field": ("“{name}” để trống; cần {expected}", '"{name}" is empty; expected {expected}'),
    "too-long": (
        "“{name}” dài {found} ký tự; tối đa {limit}",
        '"{name}" has {found} characters; expected at most {limit}',
    ),
    "one-line": ("“{name}” xuống dòng; cần viết trên một dòng", '"{name}" has a line break; expected one line'),
    "missing-locale-text": (
        "“{name}” chưa có nội dung cho ngôn ngữ: {missing}",
        '"{name}" has no text for the locale: {missing}',
    ),
    "unknown-locale": (
        "“{found}” không phải mã ngôn ngữ của trang web này; cần một trong: {expected}",
        '"{found}" is not a locale of this site; expected one of: {expected}',
    ),
    "withdrawn-without-block": (
        "trạng thái là withdrawn nhưng thiếu “withdrawn: {{on, reason: {{vi, en}}}}”",
        'the status is withdrawn, but "withdrawn: {{on, reason: {{vi, en}}}}" is missing',
    ),
    "withdrawn-without-status": (
        "có khối “withdrawn” nhưng trạng thái là {found}; cần status: withdrawn",
        'there is a "withdrawn" block, but the status is {found}; expected status: withdrawn',
    ),
    "translate-none-without-reason": (
        "translate: none cần kèm trường “reason” nêu lý do",
        'translate: none needs a field "reason" that says why',
    ),
    "translation-of-itself": (
        "translation.of là “{found}”, chính ngôn ngữ của tệp này; cần ngôn ngữ của bản gốc",
        'translation.of is "{found}", the language of this very file; expected that of the source edition',
    ),
    "broken-picture": (
        "ảnh có {found}; cần một tệp ảnh nguyên vẹn, đúng loại mà đuôi tên tệp cho biết",
        "the picture has {found}; expected a whole picture of the kind that its name says",
    ),
    "unknown-image": (
        "không có tệp ảnh “{found}” trong thư mục của bài{suggestion}",
        'there is no picture "{found}" in the folder of the bulletin{suggestion}',
    ),
    "not-an-image": (
        "“{found}” không phải tệp ảnh; cần một trong các đuôi: {expected}",
        '"{found}" is not a picture; expected one of the endings: {expected}',
    ),
    # layout
    "symbolic-link": (
        "đây là liên kết tượng trưng; cần tệp hoặc thư mục thật",
        "this is a symbolic link; expected a file or folder itself",
    ),
    "special-file": (
        "đây không phải tệp thông thường; cần một tệp thông thường",
        "this is not a regular file; expected one",
    ),
    "unknown-section": (
        "không có mục “{found}”; cần {expected}",
        'there is no section "{found}"; expected {expected}',
    ),
    "misplaced-file": (
        "tệp không nằm đúng chỗ; cần {expected}",
        "the file lies in the wrong place; expected {expected}",
    ),
    "folder-in-bundle": (
        "có thư mục con trong thư mục của bài; mọi tệp của bài phải nằm ngay trong thư mục đó",
        "there is a folder inside the bundle; expected every file of it in the bundle's own folder",
    ),
    "wrong-folder": (
        "thư mục “{found}” không đúng; cần {expected}",
        'folder "{found}" is wrong; expected {expected}',
    ),
    "reserved-slug": (
        "“{found}” là tên dành riêng cho trang web; hãy chọn tên khác",
        '"{found}" is reserved for the site itself; expected another name',
    ),
    "unknown-suffix": (
        "tên tệp “{found}” không ghi đúng mã ngôn ngữ; cần {expected}",
        'file name "{found}" does not end in a locale of this site; expected {expected}',
    ),
    "unknown-file": (
        "tệp “{found}” thuộc loại không được đăng; cần index.<ngôn ngữ>.md, ảnh hoặc tài liệu đính kèm",
        'file "{found}" is of a kind that is not published; expected index.<locale>.md, a picture or an attachment',
    ),
    "asset-name": (
        "tên tệp “{found}” có dấu chấm thừa, mã ngôn ngữ hoặc ký tự lạ; cần dạng ten.jpg hoặc ten.en.jpg",
        'file name "{found}" has a dot, a locale or a character of no use; expected name.jpg or name.en.jpg',
    ),
    "twin-names": (
        "tên “{found}” chỉ khác “{other}” ở chữ hoa, chữ thường hoặc cách ghi dấu; hãy đổi một trong hai tên",
        'name "{found}" differs from "{other}" in case or marks only; expected names that differ in letters',
    ),
    "name-not-nfc": (
        "tên “{found}” viết bằng Unicode tổ hợp (NFD); hãy đổi tên sang Unicode dựng sẵn (NFC)",
        'name "{found}" is written with separate marks (NFD); expected NFC, rename it',
    ),
    "name-not-utf8": (
        "tên tệp không dùng mã UTF-8; hãy đổi tên",
        "the name is not UTF-8; expected UTF-8, rename it",
    ),
    "bundle-without-edition": (
        "thư mục này không có bài nào; cần ít nhất một tệp index.<ngôn ngữ>.md",
        "this folder holds no edition; expected at least one index.<locale>.md",
    ),
    "unsafe-svg": (
        "SVG có {found}; chỉ nhận hình vẽ tĩnh, không có mã lệnh, không dẫn ra ngoài tệp",
        "the SVG has {found}; expected a still drawing without scripts or outside references",
    ),
    "date-folder": (
        "ngày {found} không thuộc tháng của thư mục; cần một ngày trong {expected}",
        "the date {found} does not lie in the month of the folder; expected a day in {expected}",
    ),
    # fields of types
    "field-alone": (
        "có “{name}” nhưng thiếu “{missing}”; cần khai báo cả hai",
        'there is "{name}", but no "{missing}"; expected both',
    ),
    "either-or": (
        "đã có “{other}” thì không khai báo “{name}”; cần một trong hai cách",
        'there are both "{name}" and "{other}"; expected one of the two',
    ),
    "ends-before-start": (
        "sự kiện kết thúc “{found}”, trước khi bắt đầu “{start}”; cần end từ start trở đi",
        'the event ends at "{found}", before it starts at "{start}"; expected an end at or after the start',
    ),
    "repealed-in-force": (
        "văn bản bị “{found}” bãi bỏ nhưng legal_status không ghi như vậy; cần {expected}",
        'the document is repealed by "{found}", but its legal_status says nothing of that; expected {expected}',
    ),
    "unknown-text": (
        "không có tệp “{found}” trong thư mục của bài; cần tên một tệp ở đó, hoặc địa chỉ của toàn văn",
        'there is no file "{found}" in the folder of the bulletin; expected one, or the address of the full text',
    ),
    "number-twice": (
        "số “{found}” đã là của {other}; mỗi văn bản chỉ có một bài",
        '"{found}" is the number of {other} too; expected one bulletin for one document',
    ),
    "unknown-content": (
        "contents ghi “{found}” nhưng không có bài nào như vậy{suggestion}; cần khóa của một bài",
        'contents has "{found}", which is no bulletin{suggestion}; expected the key of one',
    ),
    "imprint-missing": (
        "số này chưa có “{name}” mà bản tin phải ghi; cần ghi ở đây hoặc ở extra.site.issue trong mkdocs.yml",
        'the issue has no "{name}", which an imprint must give; expected it here, or in extra.site.issue of mkdocs.yml',
    ),
    "too-many-pages": (
        "bản tin có {found} trang; tối đa {limit} trang",
        "the issue has {found} pages; expected at most {limit}",
    ),
    "long-quotation": (
        "trích {found} chữ của báo khác; tối đa {limit} chữ, hãy tóm tắt bằng lời của mình",
        "{found} words of others are quoted; expected at most {limit}, and a summary in your own words",
    ),
    "key-or-name": (
        "“{found}” không có trong _data/{registry}.yml{suggestion}; cần một khóa ở đó, hoặc tên gọi có viết hoa",
        '"{found}" is not in _data/{registry}.yml{suggestion}; expected a key of it, or a name with a capital letter',
    ),
    # pair
    "no-source": (
        "mọi bản của bài đều có khối “translation”; cần một bản gốc không có khối này",
        'every edition has a "translation" block; expected one source edition without it',
    ),
    "two-sources": (
        "cả {found} đều không có khối “translation”; chỉ một bản là bản gốc",
        'none of {found} has a "translation" block; expected only one source edition',
    ),
    "orphan-translation": (
        "bản dịch này không có bản gốc index.{of}.md",
        "this translation has no source edition index.{of}.md",
    ),
    "wrong-source": (
        "translation.of là “{found}” nhưng bản gốc là “{expected}”",
        'translation.of is "{found}", but the source edition is "{expected}"',
    ),
    "metadata-mismatch": (
        "“{name}” khác với bản gốc ({path}:{line}); hãy bỏ trường này hoặc ghi đúng như bản gốc",
        '"{name}" contradicts the source edition ({path}:{line}); expected the same value, or none',
    ),
    "earlier-embargo": (
        "embargo_until sớm hơn của bản gốc; bản dịch chỉ có thể công bố cùng lúc hoặc muộn hơn",
        "embargo_until is earlier than the source edition's; expected the same instant or a later one",
    ),
    "registry-missing": (
        "“{found}” không có trong _data/{registry}.yml{suggestion}",
        '"{found}" is not in _data/{registry}.yml{suggestion}',
    ),
    "clearance": (
        "status là published nhưng chưa có “approved: {{by, on}}”; bài chưa được công bố",
        'status is published, but there is no "approved: {{by, on}}"; it is not made public',
    ),
    # body
    "broken-link": (
        "liên kết “{found}” không dẫn tới đâu; cần thư mục của một bài, hoặc tệp trong thư mục của chính bài này",
        'link "{found}" leads nowhere; expected the folder of a bulletin, or a file of this one\'s folder',
    ),
    "broken-anchor": (
        "trang “{page}” không có mục “#{found}”{suggestion}",
        'page "{page}" has no anchor "#{found}"{suggestion}',
    ),
    "forbidden-link": (
        "không được dùng địa chỉ “{found}”; cần https:, http:, mailto:, tel: hoặc đường dẫn trong trang",
        'address "{found}" is not allowed; expected https:, http:, mailto:, tel: or a path of this site',
    ),
    "unpublished-link": (
        "trang mà liên kết “{found}” dẫn tới hiện không công khai; chữ được giữ, liên kết bị bỏ",
        'linked page "{found}" is not public now; its text is kept without the link',
    ),
    "image-not-local": (
        "ảnh “{found}” không nằm trong thư mục của bài; cần một tệp ảnh trong đó",
        'picture "{found}" is not in the folder of this bulletin; expected a file there',
    ),
    "unsafe-html": (
        "không được dùng {found}; hãy viết bằng Markdown",
        "{found} is not allowed; expected Markdown",
    ),
    "raw-link": (
        "địa chỉ “{found}” viết bằng HTML; hãy dùng cú pháp Markdown để liên kết được kiểm tra",
        'address "{found}" is written in HTML; expected Markdown, so that it is checked',
    ),
    "text-too-complex": (
        "đoạn có {found} dấu “{mark}” (tối đa {limit}); hãy chia nhỏ hoặc viết lại",
        'the passage has {found} times "{mark}"; expected at most {limit}, split or rewrite it',
    ),
    "title-heading": (
        "tiêu đề cấp 1 (#) đã do trường “title” tạo ra; trong bài hãy bắt đầu từ cấp 2 (##)",
        'a heading of level 1 (#) is made from the field "title"; expected level 2 (##) in the text',
    ),
    # git
    "no-repository": (
        "git không trả lời ở “{found}”: {reason}; --base cần một kho git và lệnh git",
        'git has no answer in "{found}": {reason}; expected a repository and git itself for --base',
    ),
    "unknown-revision": (
        "kho git ở đây không có phiên bản “{found}”; cần nhánh, thẻ hoặc mã commit đã được tải về",
        'git has no revision "{found}" here; expected a branch, tag or commit that was fetched',
    ),
    # the two languages
    "too-many-blocks": (
        "bài có {found} khối văn bản; tối đa {limit}, hãy chia thành nhiều bài",
        "the text has {found} blocks; expected at most {limit}, split it into several bulletins",
    ),
    "value-mismatch": (
        "“{found}” nhưng bản gốc (dòng {line}) ghi “{expected}”{meaning}",
        '"{found}" but the source (line {line}) says "{expected}"{meaning}',
    ),
    "value-missing": (
        "bản gốc (dòng {line}) ghi “{expected}”{meaning}, đoạn này không nêu: “{text}”; cần nêu đúng giá trị đó",
        (
            'the source (line {line}) says "{expected}"{meaning}, which is not stated here: "{text}"; expected the '
            "same fact"
        ),
    ),
    "value-exchanged": (
        (
            "“{found}” và “{other}” có vẻ đã đổi chỗ cho nhau; cần đặt mỗi giá trị đúng chỗ như bản gốc (dòng {line}): "
            "“{expected}”, “{rest}”"
        ),
        (
            '"{found}" and "{other}" seem to have changed places; expected each where the source (line {line}) has it: '
            '"{expected}", "{rest}"'
        ),
    ),
    "value-added": (
        "“{found}”{meaning} không có trong bản gốc (dòng {line}): “{text}”; cần đúng những gì bản gốc nêu",
        '"{found}"{meaning} is not in the source (line {line}): "{text}"; expected what the source states, and no more',
    ),
    "added-conversion": (
        "“{found}” là giá trị quy đổi mà bản gốc (dòng {line}) không nêu: “{text}”; hãy kiểm tra hoặc bỏ đi",
        (
            '"{found}" is a conversion that the source (line {line}) does not state: "{text}"; expected none, or one '
            "that was checked"
        ),
    ),
    "number-format": (
        "“{found}” viết theo dấu phân cách của ngôn ngữ kia; bản còn lại (dòng {line}) ghi “{other}”{meaning}",
        '"{found}" has the separators of the other language; the other edition (line {line}) says "{other}"{meaning}',
    ),
    "number-format-alone": (
        "“{found}” viết theo dấu phân cách của ngôn ngữ khác; tiếng Việt cần viết 1.250,5 và tiếng Anh viết 1,250.5",
        '"{found}" has the separators of another language; expected 1.250,5 in Vietnamese and 1,250.5 in English',
    ),
    "reference-mismatch": (
        "số văn bản “{found}” nhưng bản gốc (dòng {line}) ghi “{expected}”; cần cùng một số",
        'document number "{found}" but the source (line {line}) says "{expected}"; expected the same number',
    ),
    "reference-missing": (
        "bản gốc (dòng {line}) dẫn văn bản “{expected}”; cần dẫn số đó ở đây: “{text}”",
        'the source (line {line}) cites the document "{expected}"; expected the same number here: "{text}"',
    ),
    "reference-added": (
        "văn bản “{found}” không được dẫn trong bản gốc (dòng {line}): “{text}”; cần đúng các số của bản gốc",
        'document "{found}" is not cited in the source (line {line}): "{text}"; expected the numbers of the source',
    ),
    "reference-letters": (
        "“{found}” không phải số của “{kind}”; số của loại văn bản này có chữ {expected}",
        '"{found}" is not the number of a "{kind}"; expected the letters {expected}',
    ),
    "untranslated-block": (
        "“{text}” không phải {language}; cần viết bằng {language}",
        '"{text}" is not in {language}; expected {language}',
    ),
    "untranslated-field": (
        "“{name}” chưa có bằng {language}; cần dịch ở đây “{text}” của bản gốc (dòng {line})",
        '"{name}" is not given in {language}; expected a translation of the source\'s "{text}" (line {line}) here',
    ),
    "structure-missing": (
        "thiếu {expected} của bản gốc (dòng {line}): “{text}”; cần có {place}",
        'missing here: {expected} of the source (line {line}): "{text}"; expected {place}',
    ),
    "structure-added": (
        "thừa {found}: “{text}”; bản gốc (dòng {line}) không có đoạn tương ứng {place}",
        'here the source has no counterpart for {found}: "{text}"; expected none {place} (line {line})',
    ),
    "structure-other": (
        "{found} “{own}”, còn bản gốc (dòng {line}) có {expected}: “{text}”; cần giữ như bản gốc",
        '{found} "{own}", but the source (line {line}) has {expected}: "{text}"; expected the same blocks',
    ),
    "structure-split": (
        "“{text}” và phần liền kề là một đoạn trong bản gốc (dòng {line}): “{own}”; cần giữ một đoạn",
        (
            '"{text}" and what stands beside it are one block of the source (line {line}): "{own}"; '
            "expected one block here too"
        ),
    ),
    "structure-joined": (
        "“{text}” gộp các đoạn mà bản gốc (dòng {line}) tách riêng: “{own}”; cần tách như bản gốc",
        '"{text}" joins blocks that are apart in the source (line {line}): "{own}"; expected the same blocks',
    ),
    "structure-moved": (
        "“{text}” không đứng đúng chỗ; bản gốc (dòng {line}) có “{own}” {place}, cần cùng thứ tự",
        (
            '"{text}" stands elsewhere than in the source (line {line}), where "{own}" stands {place}; '
            "expected the same order"
        ),
    ),
    "structure-kind": (
        "“{text}” là {found}; cần {expected} như bản gốc (dòng {line}): “{own}”",
        '"{text}" is {found}; expected {expected}, as in the source (line {line}): "{own}"',
    ),
    "structure-notes": (
        "“{text}” có {found} dấu dẫn chú thích; cần {expected} như bản gốc (dòng {line}): “{own}”",
        'references to footnotes in "{text}": {found}; expected {expected}, as in the source (line {line}): "{own}"',
    ),
    "link-mismatch": (
        "liên kết “{text}” dẫn tới “{found}”; cần “{expected}” như bản gốc (dòng {line}, “{own}”)",
        'link "{text}" leads to "{found}"; expected "{expected}", as in the source (line {line}, "{own}")',
    ),
    "link-missing": (
        "thiếu liên kết tới “{expected}” mà bản gốc (dòng {line}, “{text}”) có; cần có trong “{own}”",
        'missing here: the link to "{expected}" of the source (line {line}, "{text}"); expected in "{own}"',
    ),
    "link-added": (
        (
            "liên kết “{text}” dẫn tới “{found}” không có trong bản gốc (dòng {line}, “{own}”); "
            "cần đúng các liên kết của bản gốc"
        ),
        'link "{text}" to "{found}" is not in the source (line {line}, "{own}"); expected the same links',
    ),
    "link-language": (
        (
            "liên kết “{text}” dẫn tới “{found}”, trang bằng ngôn ngữ khác; cần trang cùng ngôn ngữ với bản này, "
            "như “{expected}” ở bản kia (dòng {line}, “{own}”)"
        ),
        (
            'link "{text}" leads to "{found}", a page in another language; '
            'expected the page in its own language, as "{expected}" is in the other edition (line {line}, "{own}")'
        ),
    ),
    "address-mismatch": (
        "địa chỉ “{found}” nhưng bản gốc (dòng {line}) ghi “{expected}”; cần cùng một địa chỉ",
        'address "{found}" but the source (line {line}) says "{expected}"; expected the same address',
    ),
    "image-mismatch": (
        "ảnh “{found}”, còn bản gốc (dòng {line}) dùng ảnh “{expected}”; cần cùng một ảnh",
        'picture "{found}", but the source (line {line}) shows "{expected}"; expected the same picture',
    ),
    "image-missing": (
        "thiếu ảnh “{expected}” có trong bản gốc (dòng {line}); cần có ở đây",
        'missing here: the picture "{expected}" of the source (line {line}); expected it here',
    ),
    "image-added": (
        "ảnh “{found}” không có trong bản gốc (dòng {line}); cần đúng các ảnh của bản gốc",
        'picture "{found}" is not in the source (line {line}); expected the same pictures',
    ),
    "image-order": (
        "ảnh “{found}” đứng trước các ảnh mà nó đi sau trong bản gốc (dòng {line}); cần cùng thứ tự",
        'picture "{found}" stands in another order than in the source (line {line}); expected the same order',
    ),
    "missing-alt": (
        "ảnh “{found}” không có văn bản thay thế; cần mô tả ảnh cho người không nhìn thấy",
        'picture "{found}" has no alternative text; expected a description for those who do not see it',
    ),
    "missing-caption": (
        "ảnh “{found}” không có chú thích, còn bản kia (dòng {line}) có: “{expected}”",
        'picture "{found}" has no caption, but the other edition (line {line}) has one: "{expected}"',
    ),
    "missing-translation": (
        "chưa có bản {language} (index.{tag}.md); bài này phải được dịch",
        "there is no edition in {language} (index.{tag}.md); expected a translation of this bulletin",
    ),
    "untracked-translation": (
        "chưa ai xác nhận bản dịch này khớp với bản gốc; so xong hãy chạy scripts/accept.py {key}",
        "nobody has accepted this translation yet; compare it with the source, then run scripts/accept.py {key}",
    ),
    "stale-translation": (
        (
            "bản gốc đã thay đổi từ ngày {day}: {count} đoạn{lines}{old}; hãy sửa bản dịch rồi chạy "
            "scripts/accept.py {key}"
        ),
        (
            "the source changed since {day}, blocks: {count}{lines}{old}; expected a revised translation, then "
            "scripts/accept.py {key}"
        ),
    ),
    "diverged-translation": (
        (
            "cả bản gốc và bản dịch đã thay đổi từ ngày {day}; bản gốc: {count} đoạn{lines}{old}; so lại rồi chạy "
            "scripts/accept.py {key}"
        ),
        (
            "source and translation both changed since {day}; of the source, blocks: {count}{lines}{old}; compare "
            "them, then run scripts/accept.py {key}"
        ),
    ),
    "edited-translation": (
        "bản dịch đã sửa từ ngày {day}, bản gốc thì không; so lại rồi chạy scripts/accept.py {key}",
        "the translation changed since {day}, the source did not; compare them, then run scripts/accept.py {key}",
    ),
    "lock-pending": (
        "đã ghi “checked: {day}” nhưng translation.lock chưa cập nhật; hãy chạy scripts/accept.py {key}",
        '"checked: {day}" is recorded, but translation.lock does not say so yet; run scripts/accept.py {key}',
    ),
    "checked-later": (
        "checked: {day} là ngày chưa tới nên chưa có hiệu lực",
        "checked: {day} is still to come, and accepts nothing until then",
    ),
    "damaged-lock": (
        (
            "“{found}” không đúng dạng của translation.lock; hãy khôi phục tệp từ git, hoặc xóa tệp rồi chạy lại "
            "scripts/accept.py"
        ),
        (
            '"{found}" has no place in translation.lock; restore the file from git, or delete it and run '
            "scripts/accept.py again"
        ),
    ),
    "due-later": ("từ ngày {day} là lỗi", "an error from {day}"),
    "share-met": (
        "chưa là lỗi vì mục này đã đạt {share}, quy định cần {required}",
        "no error while {share} of this section is current, expected {required}",
    ),
    # waivers
    "waived": ("{by} cho miễn đến ngày {until}: {reason}", "{by} waives this until {until}: {reason}"),
    "waiver-ended": (
        "{by} đã cho miễn đến ngày {until}, nay hết hạn; hãy sửa, hoặc xin miễn lại",
        "{by} waived this until {until}, which is over; expected it mended, or waived again",
    ),
    "waiver-outdated": (
        "{by} đã cho miễn đến ngày {until}, nhưng văn bản đã thay đổi nên hết hiệu lực; hãy sửa, hoặc xin miễn lại",
        "{by} waived this until {until}, which ended when the text changed; expected it mended, or waived again",
    ),
    "unused-waiver": (
        "{by} đã cho miễn “{rule}” nhưng ở đó không còn phát hiện này; hãy bỏ bằng scripts/waive.py --remove",
        '{by} waived "{rule}" here, but there is no such finding any more; expected none, scripts/waive.py --remove',
    ),
    "wrong-waivers": (
        "tệp này không phải một danh sách; cần đúng dạng do scripts/waive.py ghi",
        "this is not a list; expected the form that scripts/waive.py writes",
    ),
    "unwaivable-rule": (
        "quy tắc “{name}” không được miễn; cần sửa lỗi",
        'rule "{name}" cannot be waived; expected the fault mended',
    ),
    "wrong-end": (
        "ngày hết hạn {found} không đúng; cần một ngày từ {first} đến {last}",
        "the end {found} is wrong; expected a day from {first} to {last}",
    ),
    "nothing-to-waive": (
        "ở đây không có phát hiện “{rule}”; cần tệp, và dòng nếu cần, mà scripts/check.py đã nêu",
        'there is no finding "{rule}" here; expected the file, and line if need be, that scripts/check.py names',
    ),
    "no-such-waiver": (
        "ở đây không có miễn trừ “{rule}”; cần một mục có trong waivers.yml",
        'there is no waiver of "{rule}" here; expected one that stands in waivers.yml',
    ),
    "not-ours": (
        "tệp đã bị sửa bằng tay và không thể ghi thêm mà chắc chắn không mất gì; hãy khôi phục tệp từ git",
        "the file was edited by hand and cannot be added to without a risk of loss; expected it as git has it",
    ),
    "one-bundle": (
        "“{found}” không phải một bài; cần thư mục hoặc tệp của đúng một bài",
        '"{found}" is not one bulletin; expected its folder or one of its files',
    ),
    "wrong-text": (
        "“{found}” không dùng được; cần một dòng chữ bình thường, không quá {limit} ký tự",
        '"{found}" cannot be used; expected one line of plain text of at most {limit} characters',
    ),
    # approvals
    "unknown-approver": (
        "“{found}” không có trong _data/approvers.yml{suggestion}; cần tên của một người được duyệt",
        '"{found}" is not in _data/approvers.yml{suggestion}; expected the name of somebody who may approve',
    ),
    "not-entitled": (
        "theo _data/approvers.yml, “{found}” không được duyệt mục “{section}” vào ngày {day}; cần người khác duyệt",
        'by _data/approvers.yml "{found}" may not approve "{section}" on {day}; expected somebody else',
    ),
    "approval-lapsed": (
        (
            "{by} đã duyệt ngày {day}, sau đó bản này thay đổi: {changes}; không công khai cho tới khi được duyệt lại, "
            "cần scripts/approve.py {path}"
        ),
        (
            "{by} approved this on {day}, and it changed since: {changes}; it is not public until approved again, "
            "expected scripts/approve.py {path}"
        ),
    ),
    "approval-unrecorded": (
        "approval.lock không ghi văn bản được duyệt của bản này; chưa công khai, cần scripts/approve.py {path}",
        "approval.lock does not record which text of this was approved; not public, expected scripts/approve.py {path}",
    ),
    "approval-moved": (
        "approval.lock là của bài “{found}”; chưa công khai, cần duyệt bài này bằng scripts/approve.py {path}",
        'approval.lock is that of "{found}"; not public, expected this bulletin approved: scripts/approve.py {path}',
    ),
    "approval-differs": (
        (
            "ở đây ghi {by} duyệt ngày {day}, còn approval.lock ghi {other} ngày {other_day}; chưa công khai, "
            "cần scripts/approve.py {path}"
        ),
        (
            "approved here by {by} on {day}, in approval.lock by {other} on {other_day}; not public, "
            "expected scripts/approve.py {path}"
        ),
    ),
    "damaged-approval": (
        "“{found}” không đúng dạng của approval.lock; bài chưa công khai, hãy khôi phục tệp từ git hoặc duyệt lại",
        '"{found}" has no place in approval.lock; not public, expected the file as git has it, or a new approval',
    ),
    "nothing-to-approve": (
        "ở đây không có bản nào duyệt được; cần bài đọc được, không có lỗi trong phần khai báo",
        "there is nothing here to approve; expected an edition that can be read and whose front matter is right",
    ),
    "unsafe-edit": (
        "không thể chỉ sửa riêng “approved” trong tệp này; hãy tự ghi: {line}",
        '"approved" cannot be set here with nothing else touched; expected by hand: {line}',
    ),
    "approved-ahead": (
        "{found} là ngày chưa tới; chỉ ghi được ngày đã qua hoặc hôm nay",
        "{found} is still to come; expected today or a day before",
    ),
    # terms and names
    "term-mismatch": (
        "bản gốc (dòng {line}) ghi “{source}”; cần “{expected}” ở đây: “{text}”",
        'the source (line {line}) says "{source}"; expected "{expected}" here: "{text}"',
    ),
    "term-found": (
        "“{found}” nhưng bản gốc (dòng {line}) ghi “{source}”; cần “{expected}”",
        '"{found}" but the source (line {line}) says "{source}"; expected "{expected}"',
    ),
    "term-avoided": (
        "không dùng “{found}”; cần “{expected}”",
        '"{found}" is not to be used; expected "{expected}"',
    ),
    "name-ended": (
        "từ sau ngày {until} không còn tên “{found}”; vào ngày {day} cần {expected}, hoặc ghi rõ đây là tên cũ",
        '"{found}" was the name until {until}; on {day} expected {expected}, or a word that it is a former name',
    ),
    "name-to-come": (
        "tên “{found}” chỉ có từ ngày {since}; vào ngày {day} cần tên của thời điểm đó",
        '"{found}" is the name since {since} only; on {day} expected the name of that time',
    ),
    "post-ended": (
        (
            "{person} không còn giữ chức “{found}” từ sau ngày {until}; vào ngày {day} cần {expected}, hoặc ghi rõ là "
            "chức vụ cũ"
        ),
        (
            '{person} held the post "{found}" until {until}; on {day} expected {expected}, or a word that it is a '
            "former post"
        ),
    ),
    "post-to-come": (
        "{person} giữ chức “{found}” từ ngày {since}; vào ngày {day} cần chức vụ của thời điểm đó",
        '{person} holds the post "{found}" since {since} only; on {day} expected the post of that time',
    ),
    "abbreviation-first": (
        "“{found}” chưa được viết đầy đủ ở lần dùng đầu tiên; cần “{expected} ({found})”",
        '"{found}" is not spelled out where it is first used; expected "{expected} ({found})"',
    ),
    "country-spelling": (
        "“{found}” khác với “{expected}” ở dòng {line}; cần một cách viết tên nước trong cả bài",
        '"{found}" but line {line} has "{expected}"; expected one spelling of the country throughout',
    ),
    "text-missing": (
        "“{name}” chưa có nội dung bằng {language}; cần có ở mọi ngôn ngữ",
        '"{name}" has no text in {language}; expected one in every language',
    ),
    # addresses
    "lost-url": (
        "địa chỉ đã công bố “/{found}” sẽ mất; hãy dùng redirect_from ở bài mới hoặc status: withdrawn",
        'published address "/{found}" would be lost; expected a redirect_from, or status: withdrawn',
    ),
    "wrong-lock-line": (
        "“{found}” không phải một địa chỉ của trang; mỗi dòng là một địa chỉ",
        '"{found}" is not an address of this site; expected one address a line',
    ),
    "redirect-taken": (
        "redirect_from “{found}” là khóa của một bài đang có; cần khóa cũ không còn dùng",
        'redirect_from "{found}" is the key of a bulletin that exists; expected a former key',
    ),
    "redirect-twice": (
        "redirect_from “{found}” đã được bài {other} nhận; mỗi khóa cũ chỉ thuộc về một bài",
        'redirect_from "{found}" is claimed by {other} too; expected one bulletin',
    ),
    # call and configuration
    "wrong-title": (
        "tiêu đề “{found}” có ký tự không hiện được; cần chữ bình thường trên một dòng",
        'title "{found}" has characters that nobody sees; expected plain text on one line',
    ),
    "unknown-rule": (
        "không có quy tắc “{name}”{suggestion}",
        'there is no rule "{name}"{suggestion}',
    ),
    "unwritable-file": ("không ghi được “{found}”: {reason}", 'cannot write "{found}": {reason}'),
    "bundle-exists": (
        "đã có bài “{found}”; không ghi đè, hãy chọn tên khác",
        'bulletin "{found}" exists already; nothing is overwritten, expected another slug',
    ),
    "nothing-to-accept": (
        "ở đây không có bản dịch nào đọc được cùng với bản gốc; không xác nhận gì",
        "there is no translation here that can be read with its source; nothing is accepted",
    ),
    "unknown-registry": (
        "_data/ không có tệp nào tên là “{found}”{suggestion}; cần {expected}",
        '"{found}" is no file of _data/{suggestion}; expected {expected}',
    ),
    "unknown-successor": (
        "“{name}.successor” là “{found}”; cần một khóa có trong tệp này{suggestion}",
        '"{name}.successor" is "{found}"; expected a key of this file{suggestion}',
    ),
    "successor-circle": (
        "“{name}” lại nối tiếp chính nó qua các “successor”; cần một tên cuối cùng còn dùng",
        '"{name}" follows upon itself by way of "successor"; expected a last name that still holds',
    ),
    "unknown-group": (
        "“{name}.group” là “{found}”; cần khóa của một mục không có href trong tệp này{suggestion}",
        '"{name}.group" is "{found}"; expected the key of an entry without href in this file{suggestion}',
    ),
    "group-in-group": (
        "“{name}” không có href nên là tên một nhóm, mà nhóm không thuộc nhóm khác (“{found}”); cần href hoặc bỏ group",
        '"{name}" has no href, so it names a group, and is in group "{found}"; expected an href, or no group',
    ),
    "until-before-since": (
        "“{name}” kết thúc ngày {until}, trước khi bắt đầu ngày {since}; cần until từ ngày của since trở đi",
        '"{name}" ends on {until}, before it begins on {since}; expected until on or after since',
    ),
    "fixed-rule": (
        "quy tắc “{name}” luôn là lỗi; cần error hoặc bỏ trống, không tắt và không hạ mức được",
        'rule "{name}" is always an error; expected error, or nothing',
    ),
    "wrong-day": (
        "“{found}” không phải một ngày; cần dạng 2026-03-05",
        '"{found}" is not a day; expected the form 2026-03-05',
    ),
    "unknown-path": (
        "“{found}” không phải một bài trong {docs}; cần thư mục hoặc tệp của một bài",
        '"{found}" is no bulletin of {docs}; expected the folder or a file of one',
    ),
    "shard-wrong": (
        "{found!r} không phải phần nào; cần dạng 2/4: phần thứ 2 trong 4 phần",
        "{found!r} names no part; expected a form such as 2/4, the second of four parts",
    ),
    "shard-alone": (
        "không dùng cùng --merge hay --no-cache: một phần chỉ là việc làm trước cho lần dựng khác",
        "not together with --merge or --no-cache: a shard is work done ahead for another build",
    ),
    "merge-needs-cache": (
        "không dùng cùng --no-cache: những gì các phần đã làm được đưa vào bộ nhớ đệm",
        "not together with --no-cache: what shards have made is taken into the cache",
    ),
    "shard-unreadable": (
        "{found}: không đọc được phần này, nên làm lại từ đầu",
        "{found}: this shard cannot be read; what it had is made here",
    ),
    "port-taken": (
        "cổng {found} đang có chương trình khác dùng; hãy tắt nó hoặc chọn cổng khác, ví dụ --port {other}",
        "another program uses port {found}; end it, or choose another one, such as --port {other}",
    ),
    "no-address": ("không mở được địa chỉ “{found}”: {reason}", 'cannot listen at "{found}": {reason}'),
    "no-folder": ("không có thư mục “{found}”", 'there is no folder "{found}"'),
    "no-file": ("không có tệp này", "there is no such file"),
    "wrong-instant": (
        "“{found}” không phải thời điểm; cần dạng 2026-03-05T08:00:00+07:00 hoặc một ngày 2026-03-05",
        '"{found}" is not an instant; expected the form 2026-03-05T08:00:00+07:00, or a day 2026-03-05',
    ),
    "wrong-epoch": (
        "“{found}” không phải số giây tính từ năm 1970",
        '"{found}" is not a number of seconds since 1970',
    ),
    "wrong-count": (
        "“{found}” không phải số nguyên từ 1 trở lên",
        '"{found}" is not a whole number of at least 1',
    ),
    "forbidden-extension": (
        "không được dùng phần mở rộng “{found}”: nó đọc được mọi tệp, kể cả bài chưa công bố",
        'extension "{found}" is not allowed: it reads any file, unpublished ones included',
    ),
    "unknown-extension": (
        "không dùng được phần mở rộng “{found}”: {reason}",
        'extension "{found}" cannot be used: {reason}',
    ),
    "locale-twice": (
        "ngôn ngữ “{found}” được khai báo hai lần; mỗi ngôn ngữ chỉ khai báo một lần",
        'locale "{found}" stands here twice; expected each locale once',
    ),
    "no-default-locale": (
        "cần đúng một ngôn ngữ có default: true",
        "expected exactly one language with default: true",
    ),
    "not-closed": (
        "`{name}` phải có {expected}: không có nó thì MkDocs có thể tự công bố những gì chưa được phép",
        "`{name}` must have {expected}: without it MkDocs by itself could publish what is not cleared",
    ),
    "wrong-site-url": (
        "site_url “{found}” phải là địa chỉ https:// hoặc http:// đầy đủ, kết thúc bằng “/”",
        'site_url "{found}" is wrong; expected a whole https:// or http:// address that ends in "/"',
    ),
    "low-contrast": (
        "màu “{name}” trên nền “{paper}” có độ tương phản {found}:1; cần ít nhất {limit}:1 để đọc được",
        'colour "{name}" on "{paper}" has a contrast of {found}:1; expected at least {limit}:1, to be read',
    ),
    "foreign-folder": (
        "thư mục “{found}” chứa tệp của việc khác hoặc liên kết ra ngoài; cần một thư mục trống hoặc chưa có",
        'folder "{found}" holds files of others, or a link out of it; expected one that is empty or new',
    ),
    "overlapping-folders": (
        "thư mục “{found}” trùng, chứa hoặc nằm trong “{other}”; cần hai thư mục tách rời",
        'folder "{found}" is, holds or lies in "{other}"; expected separate folders',
    ),
    # the finished site, and what becomes of it
    "leaked-text": (
        "tệp này của trang chứa lời của “{place}”, là bản chưa được công bố; không xuất bản trang này",
        'this file of the site holds words of "{place}", which must not be public; the site must not be published',
    ),
    "leaked-file": (
        "tệp này của trang thuộc về “{place}”, là bài chưa được công bố; không xuất bản trang này",
        'this file of the site belongs to "{place}", which must not be public; the site must not be published',
    ),
    "dead-link": ("liên kết “{href}” không dẫn đến đâu trong trang", 'the link "{href}" leads nowhere in the site'),
    "due-unknown": (
        "chưa biết lần thay đổi kế tiếp: xuất bản ngay",
        "the next change is not known: publishing now",
    ),
    "change-now": ("đã đến lần thay đổi {when}: xuất bản", "the change at {when} is due: publishing"),
    "change-soon": ("chờ đến {when} rồi xuất bản", "waiting until {when}, then publishing"),
    "change-later": (
        "lần thay đổi kế tiếp là {when}: chưa phải xuất bản",
        "the next change is at {when}: nothing to publish yet",
    ),
    "change-never": (
        "không có bài nào chờ đến giờ: chưa phải xuất bản",
        "nothing waits for its time: nothing to publish",
    ),
    "no-remote": (
        "git không ghi được lịch vào “{found}”: {reason}",
        'git could not record the schedule in "{found}": {reason}',
    ),
    "nothing-built": ("không có trang để kiểm tra ở “{found}”", 'there is no site to verify at "{found}"'),
}

_NOUNS: dict[str, tuple[str, str]] = {
    "text": ("một dòng chữ", "a text"),
    "list": ("một danh sách", "a list"),
    "mapping": ("một nhóm trường", "a group of fields"),
    "day": ("một ngày dạng 2026-03-05", "a day of the form 2026-03-05"),
    "instant": (
        "thời điểm có múi giờ (2026-03-05T08:00:00+07:00) hoặc một ngày (2026-03-05)",
        "an instant with its offset (2026-03-05T08:00:00+07:00), or a day (2026-03-05)",
    ),
    "key": ("khóa gồm chữ thường a–z, chữ số và dấu gạch nối", "a key of a–z, 0–9 and hyphens"),
    "bulletin-key": (
        "khóa của một bài, ví dụ news/2026/03/ten-bai",
        "the key of a bulletin, such as news/2026/03/name",
    ),
    "local-text": ("một dòng chữ, hoặc {vi: …, en: …}", "a text, or {vi: …, en: …}"),
    "form": ("một tên gọi có chữ, tối đa 200 ký tự", "a name with letters, of at most 200 characters"),
    "common": ("true, false hoặc mã ngôn ngữ", "true, false or tags of languages"),
    "locale": ("mã ngôn ngữ như vi hoặc en", "the tag of a language, such as vi or en"),
    "address": ("địa chỉ https:// hoặc http://", "an https:// or http:// address"),
    "https-address": ("địa chỉ https://", "an https:// address"),
    "contact": ("địa chỉ https:, mailto: hoặc tel:", "an https:, mailto: or tel: address"),
    "colour": ("màu dạng #0b4f6c", "a colour of the form #0b4f6c"),
    "boolean": ("true hoặc false", "true or false"),
    "digest": ("16 chữ số 0–9, a–f do công cụ ghi", "16 digits 0–9, a–f that the tool wrote"),
    "email": ("một địa chỉ thư điện tử", "an e-mail address"),
    "share": ("một số từ 0 đến 1", "a number from 0 to 1"),
    "count": ("một số nguyên từ 0 trở lên", "a whole number of at least 0"),
    "file-name": ("tên một tệp trong thư mục của bài", "the name of a file in the bulletin's folder"),
    "moment": (
        "thời điểm có múi giờ (2026-03-05T08:00+07:00), hoặc một ngày (2026-03-05) nếu cả ngày",
        "an instant with its offset (2026-03-05T08:00+07:00), or a day (2026-03-05) for all of it",
    ),
    "language": ("mã ngôn ngữ như ja hoặc zh-Hant", "the tag of a language, such as ja or zh-Hant"),
    "document-number": ("số văn bản như 15/2026/QĐ-UBND", "the number of a document, such as 15/2026/QĐ-UBND"),
    "address-or-file": (
        "địa chỉ https:// hoặc tên một tệp trong thư mục của bài",
        "an https:// address, or the name of a file in the bulletin's folder",
    ),
    "phone": ("một số điện thoại", "a telephone number"),
    "whole": ("một số nguyên từ 1 trở lên", "a whole number of at least 1"),
    "period": (
        "một kỳ như 2026-03, 2026-Q1, 2026, {from: 2026-03-01, to: 2026-03-15}, hoặc một dòng chữ",
        "a period such as 2026-03, 2026-Q1, 2026, {from: 2026-03-01, to: 2026-03-15}, or a text",
    ),
    "dated-layout": ("<mục>/<năm>/<tháng>/<tên-bài>/index.vi.md", "<section>/<year>/<month>/<slug>/index.vi.md"),
    "flat-layout": ("<mục>/<tên-bài>/index.vi.md", "<section>/<slug>/index.vi.md"),
    "home-layout": ("index.vi.md, index.en.md hoặc một mục", "index.vi.md, index.en.md or a section"),
    "year": ("năm gồm bốn chữ số", "a year of four digits"),
    "month": ("tháng từ 01 đến 12", "a month from 01 to 12"),
    "issue-slug": ("dạng <năm>-<số>, ví dụ 2026-12", "the form <year>-<number>, such as 2026-12"),
    "slug": ("chữ thường a–z, chữ số và dấu gạch nối", "a–z, 0–9 and hyphens"),
}

_YAML: dict[str, tuple[str, str]] = {
    "mapping values are not allowed": (
        "giá trị có dấu hai chấm thì phải đặt trong dấu nháy; nếu đây là một trường mới thì dòng này thụt sai",
        "a value with a colon in it; expected it in quotes, or, if this is a new field, another indentation",
    ),
    "found unexpected end of stream": (
        "dấu nháy mở ở đây không được đóng",
        "the quote that opens here is never closed",
    ),
    "found unexpected document indicator": (
        "dấu nháy mở ở đây không được đóng",
        "the quote that opens here is never closed",
    ),
    "or ']'": ("danh sách mở bằng “[” không được đóng đúng", 'the list that opens with "[" is not closed rightly'),
    "or '}'": ("nhóm mở bằng “{” không được đóng đúng", 'the group that opens with "{" is not closed rightly'),
    "cannot start any token": (
        "giá trị bắt đầu bằng ký tự đặc biệt (@, `, % hoặc tab); hãy đặt giá trị trong dấu nháy",
        "a value begins with a special character (@, `, % or a tab); expected the value in quotes",
    ),
    "found a tab character": ("thụt đầu dòng bằng tab; hãy dùng dấu cách", "a tab indents the line; expected spaces"),
    "did not find expected key": (
        "dòng này thụt sai, hoặc có chữ thừa sau dấu nháy hay dấu ngoặc",
        "the line is indented wrongly, or something follows a closing quote or bracket",
    ),
    "could not find expected ':'": (
        "sau tên trường thiếu dấu hai chấm",
        "a colon is missing after the name of the field",
    ),
    "alphabetic or numeric": (
        "giá trị bắt đầu bằng & hoặc *; hãy đặt giá trị trong dấu nháy",
        "a value begins with & or *; expected it in quotes",
    ),
    "escape": (
        "dấu \\ trong dấu nháy kép không đúng; hãy dùng dấu nháy đơn",
        "a \\ in double quotes is wrong; expected single quotes",
    ),
    "a second document": ("có tài liệu YAML thứ hai; chỉ được một", "there is a second document; expected one"),
    "expected <document start>": (
        "có tài liệu YAML thứ hai; chỉ được một",
        "there is a second document; expected one",
    ),
    "a name that is no text": (
        "tên trường không phải một dòng chữ",
        "the name of a field is not a text; expected one",
    ),
}
"""Part of what libyaml says → the same for editors."""


class Words:
    """A part of a sentence that differs between the two languages."""

    __slots__ = ("en", "vi")

    def __init__(self, vi: str, en: str) -> None:
        """Take the part in both languages."""
        self.vi = vi
        self.en = en


def noun(name: str) -> Words:
    """What was expected, by its name in the catalogue. Raises KeyError for a name that is not there."""
    return Words(*_NOUNS[name])


def one_of(values: Iterable[str]) -> Words:
    """One of several values: `one of: a, b, c`."""
    listed = ", ".join(values)
    return Words(f"một trong: {listed}", f"one of: {listed}")


def quoted(value: object) -> Words:
    """A value as it was found, shortened, in the quotation marks of each language."""
    shown = _shown(value)
    return Words(f"“{shown}”", f'"{shown}"')


def yaml_reason(problem: str) -> Words:
    """What is wrong with a YAML text, for editors; in libyaml's own words where they are rare."""
    return next((Words(*words) for part, words in _YAML.items() if part in problem), Words(problem, problem))


def on_day(day: date) -> Words:
    """A day inside a sentence: `20/03/2026`, `20 March 2026`."""
    return Words(day.strftime("%d/%m/%Y"), long_date(day, "en"))


def did_you_mean(candidates: list[str]) -> Words:
    """A question with the likeliest candidates; nothing where there is none."""
    if not candidates:
        return Words("", "")
    listed = ", ".join(candidates)
    return Words(f"; có phải “{listed}”?", f'; did you mean "{listed}"?')


def message(name: str, /, **parts: object) -> Message:
    """One sentence of the catalogue with its parts filled in.

    Raises KeyError for a sentence that is not there, or a part that it needs and did not get.
    """
    vi, en = _SENTENCES[name]
    words = {key: part if isinstance(part, Words) else Words(*[_shown(part)] * 2) for key, part in parts.items()}
    there = parts.get("line")  # in every sentence that has this part it is a line of the other edition
    return Message(
        vi.format(**{key: _on_one_line(part.vi) for key, part in words.items()}),
        en.format(**{key: _on_one_line(part.en) for key, part in words.items()}),
        there if isinstance(there, int) else 0,
    )


def _shown(part: object, limit: int = 80) -> str:
    """A quoted value as one printable line, shortened."""
    text = _on_one_line(str(part))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _on_one_line(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text.replace("\n", " "))
