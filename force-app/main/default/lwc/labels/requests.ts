import request from '@salesforce/label/c.Switchboard_request';
import requestAsked from '@salesforce/label/c.Switchboard_requestAsked';
import requestAskedOnly from '@salesforce/label/c.Switchboard_requestAskedOnly';
import requestByFile from '@salesforce/label/c.Switchboard_requestByFile';
import requestChanged from '@salesforce/label/c.Switchboard_requestChanged';
import requestCount from '@salesforce/label/c.Switchboard_requestCount';
import requestCountOne from '@salesforce/label/c.Switchboard_requestCountOne';
import requestDamaged from '@salesforce/label/c.Switchboard_requestDamaged';
import requestDecline from '@salesforce/label/c.Switchboard_requestDecline';
import requestDeclineWhy from '@salesforce/label/c.Switchboard_requestDeclineWhy';
import requestDeclined from '@salesforce/label/c.Switchboard_requestDeclined';
import requestDone from '@salesforce/label/c.Switchboard_requestDone';
import requestDownload from '@salesforce/label/c.Switchboard_requestDownload';
import requestGone from '@salesforce/label/c.Switchboard_requestGone';
import requestHint from '@salesforce/label/c.Switchboard_requestHint';
import requestInterrupted from '@salesforce/label/c.Switchboard_requestInterrupted';
import requestKept from '@salesforce/label/c.Switchboard_requestKept';
import requestNotSent from '@salesforce/label/c.Switchboard_requestNotSent';
import requestQuote from '@salesforce/label/c.Switchboard_requestQuote';
import requestReopen from '@salesforce/label/c.Switchboard_requestReopen';
import requestRunning from '@salesforce/label/c.Switchboard_requestRunning';
import requestSend from '@salesforce/label/c.Switchboard_requestSend';
import requestSent from '@salesforce/label/c.Switchboard_requestSent';
import requestTaken from '@salesforce/label/c.Switchboard_requestTaken';
import requestTitleOne from '@salesforce/label/c.Switchboard_requestTitleOne';
import requestTooLarge from '@salesforce/label/c.Switchboard_requestTooLarge';
import requestUnclaimed from '@salesforce/label/c.Switchboard_requestUnclaimed';
import requestUnreadable from '@salesforce/label/c.Switchboard_requestUnreadable';
import requestUserFrom from '@salesforce/label/c.Switchboard_requestUserFrom';
import requestUserTo from '@salesforce/label/c.Switchboard_requestUserTo';
import requestWaiting from '@salesforce/label/c.Switchboard_requestWaiting';
import requestWhy from '@salesforce/label/c.Switchboard_requestWhy';
import requestWithdraw from '@salesforce/label/c.Switchboard_requestWithdraw';
import requestWithdrawn from '@salesforce/label/c.Switchboard_requestWithdrawn';
import requestsBack from '@salesforce/label/c.Switchboard_requestsBack';
import requestsCount from '@salesforce/label/c.Switchboard_requestsCount';
import requestsCountOne from '@salesforce/label/c.Switchboard_requestsCountOne';
import requestsEmptyText from '@salesforce/label/c.Switchboard_requestsEmptyText';
import requestsEmptyTitle from '@salesforce/label/c.Switchboard_requestsEmptyTitle';
import requestsEmptyYours from '@salesforce/label/c.Switchboard_requestsEmptyYours';
import requestsTitle from '@salesforce/label/c.Switchboard_requestsTitle';
import requestsUnread from '@salesforce/label/c.Switchboard_requestsUnread';
import requestsYours from '@salesforce/label/c.Switchboard_requestsYours';

export const requests = {
    request,
    requestAsked,
    requestAskedOnly,
    requestByFile,
    requestChanged,
    requestCount,
    requestCountOne,
    requestDamaged,
    requestDecline,
    requestDeclineWhy,
    requestDeclined,
    requestDone,
    requestDownload,
    requestGone,
    requestHint,
    requestInterrupted,
    requestKept,
    requestNotSent,
    requestQuote,
    requestReopen,
    requestRunning,
    requestSend,
    requestSent,
    requestTaken,
    requestTitleOne,
    requestTooLarge,
    requestUnclaimed,
    requestUnreadable,
    requestUserFrom,
    requestUserTo,
    requestWaiting,
    requestWhy,
    requestWithdraw,
    requestWithdrawn,
    requestsBack,
    requestsCount,
    requestsCountOne,
    requestsEmptyText,
    requestsEmptyTitle,
    requestsEmptyYours,
    requestsTitle,
    requestsUnread,
    requestsYours
};
