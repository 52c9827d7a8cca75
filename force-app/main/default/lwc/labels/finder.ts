import activeAndInactive from '@salesforce/label/c.Switchboard_activeAndInactive';
import activeOnly from '@salesforce/label/c.Switchboard_activeOnly';
import add from '@salesforce/label/c.Switchboard_add';
import addUserTo from '@salesforce/label/c.Switchboard_addUserTo';
import anyCenter from '@salesforce/label/c.Switchboard_anyCenter';
import anyProfile from '@salesforce/label/c.Switchboard_anyProfile';
import anyRole from '@salesforce/label/c.Switchboard_anyRole';
import cardFacts from '@salesforce/label/c.Switchboard_cardFacts';
import cardLogin from '@salesforce/label/c.Switchboard_cardLogin';
import centersUnread from '@salesforce/label/c.Switchboard_centersUnread';
import chip from '@salesforce/label/c.Switchboard_chip';
import choicesUnread from '@salesforce/label/c.Switchboard_choicesUnread';
import clearFilters from '@salesforce/label/c.Switchboard_clearFilters';
import clearSelection from '@salesforce/label/c.Switchboard_clearSelection';
import columnLastLogin from '@salesforce/label/c.Switchboard_columnLastLogin';
import columnMove from '@salesforce/label/c.Switchboard_columnMove';
import columnName from '@salesforce/label/c.Switchboard_columnName';
import columns from '@salesforce/label/c.Switchboard_columns';
import countsUnread from '@salesforce/label/c.Switchboard_countsUnread';
import fewestColumns from '@salesforce/label/c.Switchboard_fewestColumns';
import filterElsewhere from '@salesforce/label/c.Switchboard_filterElsewhere';
import filterEveryone from '@salesforce/label/c.Switchboard_filterEveryone';
import filterHere from '@salesforce/label/c.Switchboard_filterHere';
import filterInCenter from '@salesforce/label/c.Switchboard_filterInCenter';
import filters from '@salesforce/label/c.Switchboard_filters';
import filtersOn from '@salesforce/label/c.Switchboard_filtersOn';
import here from '@salesforce/label/c.Switchboard_here';
import inCenter from '@salesforce/label/c.Switchboard_inCenter';
import inactive from '@salesforce/label/c.Switchboard_inactive';
import inactiveOnly from '@salesforce/label/c.Switchboard_inactiveOnly';
import mayNotEdit from '@salesforce/label/c.Switchboard_mayNotEdit';
import membershipFilter from '@salesforce/label/c.Switchboard_membershipFilter';
import membershipHidden from '@salesforce/label/c.Switchboard_membershipHidden';
import membershipsHidden from '@salesforce/label/c.Switchboard_membershipsHidden';
import moreChoices from '@salesforce/label/c.Switchboard_moreChoices';
import moreUsers from '@salesforce/label/c.Switchboard_moreUsers';
import moveHere from '@salesforce/label/c.Switchboard_moveHere';
import moveUserTo from '@salesforce/label/c.Switchboard_moveUserTo';
import never from '@salesforce/label/c.Switchboard_never';
import noCenter from '@salesforce/label/c.Switchboard_noCenter';
import noChoices from '@salesforce/label/c.Switchboard_noChoices';
import noMembersText from '@salesforce/label/c.Switchboard_noMembersText';
import noMembersTitle from '@salesforce/label/c.Switchboard_noMembersTitle';
import noUsersText from '@salesforce/label/c.Switchboard_noUsersText';
import noUsersTitle from '@salesforce/label/c.Switchboard_noUsersTitle';
import noneLeftTitle from '@salesforce/label/c.Switchboard_noneLeftTitle';
import pickedAndMore from '@salesforce/label/c.Switchboard_pickedAndMore';
import pickerName from '@salesforce/label/c.Switchboard_pickerName';
import profile from '@salesforce/label/c.Switchboard_profile';
import range from '@salesforce/label/c.Switchboard_range';
import rangeNone from '@salesforce/label/c.Switchboard_rangeNone';
import remove from '@salesforce/label/c.Switchboard_remove';
import removeFilter from '@salesforce/label/c.Switchboard_removeFilter';
import removeUserFrom from '@salesforce/label/c.Switchboard_removeUserFrom';
import reviewMove from '@salesforce/label/c.Switchboard_reviewMove';
import reviewUserFrom from '@salesforce/label/c.Switchboard_reviewUserFrom';
import reviewUserTo from '@salesforce/label/c.Switchboard_reviewUserTo';
import role from '@salesforce/label/c.Switchboard_role';
import rowAdded from '@salesforce/label/c.Switchboard_rowAdded';
import rowMovedFrom from '@salesforce/label/c.Switchboard_rowMovedFrom';
import rowRemovedFrom from '@salesforce/label/c.Switchboard_rowRemovedFrom';
import searchChoices from '@salesforce/label/c.Switchboard_searchChoices';
import searchPlaceholder from '@salesforce/label/c.Switchboard_searchPlaceholder';
import searchUsers from '@salesforce/label/c.Switchboard_searchUsers';
import selectAllMatching from '@salesforce/label/c.Switchboard_selectAllMatching';
import selectUser from '@salesforce/label/c.Switchboard_selectUser';
import selected from '@salesforce/label/c.Switchboard_selected';
import showAllUsers from '@salesforce/label/c.Switchboard_showAllUsers';
import showEveryone from '@salesforce/label/c.Switchboard_showEveryone';
import shownAtMost from '@salesforce/label/c.Switchboard_shownAtMost';
import sortBy from '@salesforce/label/c.Switchboard_sortBy';
import sortLastLogin from '@salesforce/label/c.Switchboard_sortLastLogin';
import sortLastLoginDown from '@salesforce/label/c.Switchboard_sortLastLoginDown';
import sortName from '@salesforce/label/c.Switchboard_sortName';
import sortNameDown from '@salesforce/label/c.Switchboard_sortNameDown';
import sortProfile from '@salesforce/label/c.Switchboard_sortProfile';
import sortProfileDown from '@salesforce/label/c.Switchboard_sortProfileDown';
import sortRole from '@salesforce/label/c.Switchboard_sortRole';
import sortRoleDown from '@salesforce/label/c.Switchboard_sortRoleDown';
import status from '@salesforce/label/c.Switchboard_status';
import undoMoveOf from '@salesforce/label/c.Switchboard_undoMoveOf';
import usersFound from '@salesforce/label/c.Switchboard_usersFound';
import usersFoundOne from '@salesforce/label/c.Switchboard_usersFoundOne';
import usersLoaded from '@salesforce/label/c.Switchboard_usersLoaded';
import usersOutdated from '@salesforce/label/c.Switchboard_usersOutdated';
import usersUnread from '@salesforce/label/c.Switchboard_usersUnread';

export const finder = {
    activeAndInactive,
    activeOnly,
    add,
    addUserTo,
    anyCenter,
    anyProfile,
    anyRole,
    cardFacts,
    cardLogin,
    centersUnread,
    chip,
    choicesUnread,
    clearFilters,
    clearSelection,
    columnLastLogin,
    columnMove,
    columnName,
    columns,
    countsUnread,
    fewestColumns,
    filterElsewhere,
    filterEveryone,
    filterHere,
    filterInCenter,
    filters,
    filtersOn,
    here,
    inCenter,
    inactive,
    inactiveOnly,
    mayNotEdit,
    membershipFilter,
    membershipHidden,
    membershipsHidden,
    moreChoices,
    moreUsers,
    moveHere,
    moveUserTo,
    never,
    noCenter,
    noChoices,
    noMembersText,
    noMembersTitle,
    noUsersText,
    noUsersTitle,
    noneLeftTitle,
    pickedAndMore,
    pickerName,
    profile,
    range,
    rangeNone,
    remove,
    removeFilter,
    removeUserFrom,
    reviewMove,
    reviewUserFrom,
    reviewUserTo,
    role,
    rowAdded,
    rowMovedFrom,
    rowRemovedFrom,
    searchChoices,
    searchPlaceholder,
    searchUsers,
    selectAllMatching,
    selectUser,
    selected,
    showAllUsers,
    showEveryone,
    shownAtMost,
    sortBy,
    sortLastLogin,
    sortLastLoginDown,
    sortName,
    sortNameDown,
    sortProfile,
    sortProfileDown,
    sortRole,
    sortRoleDown,
    status,
    undoMoveOf,
    usersFound,
    usersFoundOne,
    usersLoaded,
    usersOutdated,
    usersUnread
};
